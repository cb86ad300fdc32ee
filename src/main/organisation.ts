import { readFile } from 'node:fs/promises'
import type { Result } from '../domain/result.ts'
import { no, yes } from '../domain/result.ts'
import { problemText } from '../organisation/problem.ts'
import { readOrganisation } from '../organisation/read-organisation.ts'
import type { Log } from '../process/log.ts'
import type { Config } from '../settings/config.ts'
import type { Store } from '../store/store.ts'
import type { OrderItems } from '../work/order.ts'

const missing = [
  'There is no organisation yet, so the bot knows nobody and can promise nothing.',
  'Start with `npm start -- --demo` to try it, or write your own:',
  'copy manifest/organisation.example.yaml, change it, and run `npm start -- --organisation FILE`.',
]

/**
 * Applies the organisation this start was asked for, whole or not at all; what differs becomes events, so applying the
 * same file twice changes nothing. Returns the line to print, or everything that is wrong.
 */
export const applyOrganisation = async (
  { organisation }: Config,
  demoFile: string,
  { store, order, log }: { readonly store: Store; readonly order: OrderItems; readonly log: Log },
): Promise<Result<string, readonly string[]>> => {
  const { seq, directory } = await store.directory()
  const known = `${Object.keys(directory.people).length} people of ${Object.keys(directory.customers).length} customers`
  if (organisation.kind === 'none' || (organisation.kind === 'demo_when_empty' && seq > 0))
    return seq > 0 ? yes(`as applied before: ${known}`) : no(missing)
  const path = organisation.kind === 'file' ? organisation.path : demoFile
  const text = await readFile(path, 'utf8').catch((error: Error) => error)
  if (text instanceof Error) return no([`${path} could not be read: ${text.message}`])
  const read = readOrganisation(text, path)
  if (!read.ok) return no([...read.no.map(problemText), `Nothing of ${path} was applied.`])
  for (const warning of read.value.warnings) log.warn(problemText(warning))
  const wish = { do: 'directory.apply', entries: read.value.entries } as const
  const applied = await order([{ item: 'directory', wish }], { kind: 'operator' })
  if (!applied.ok)
    return no([
      'agreements' in applied.no
        ? `${path}: the terms of ${applied.no.agreements.join(', ')} are already agreed and may not change. Raise the version of the changed agreement. Nothing was applied.`
        : `${path}: refused (${applied.no.code}). Nothing was applied.`,
    ])
  const events = applied.value.changes.reduce((count, change) => count + change.events.length, 0)
  const name =
    organisation.kind === 'file' ? path : 'the demo (short targets, so that warnings are seen live)'
  return yes(`${name}: ${events === 0 ? 'nothing changed' : `${events} changes applied`}`)
}
