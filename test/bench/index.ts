import { argv, exit, stderr, stdout } from 'node:process'
import { run as b1 } from './b1-wake.ts'
import { run as b2 } from './b2-inbound.ts'
import { run as b3 } from './b3-business-time.ts'
import { run as b4 } from './b4-rebuild.ts'
import { run as b5 } from './b5-reading.ts'
import { run as b6 } from './b6-start.ts'
import { run as b7 } from './b7-commit.ts'
import { run as b8 } from './b8-tenants.ts'
import { machine } from './machine.ts'
import type { BenchRow } from './row.ts'
import { table } from './table.ts'

/** The rows of the performance list that are measured here. */
const benches: { readonly [row: string]: () => Promise<readonly BenchRow[]> } = {
  B1: b1,
  B2: b2,
  B3: b3,
  B4: b4,
  B5: b5,
  B6: b6,
  B7: b7,
  B8: b8,
}

const args = argv.slice(2)
const wanted = args.filter((arg) => arg !== '--json')
const unknown = wanted.filter((arg) => !Object.hasOwn(benches, arg))
if (unknown.length > 0) {
  stderr.write(
    `There is no row ${unknown.join(', ')}. Rows: ${Object.keys(benches).join(' ')}; --json for JSON.\n`,
  )
  exit(2)
}

const on = await machine()
const rows: BenchRow[] = []
for (const [row, run] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(row)) continue
  const from = performance.now()
  const found = await run()
  const seconds = ((performance.now() - from) / 1_000).toFixed(0)
  stderr.write(found.length > 0 ? `${row} took ${seconds} s\n` : `${row} needs a redis-server on PATH\n`)
  rows.push(...found)
}
stdout.write(
  args.includes('--json') ? `${JSON.stringify({ machine: on, rows })}\n` : `\n${table(rows)}\n\n${on}\n`,
)
