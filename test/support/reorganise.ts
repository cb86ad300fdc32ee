import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOrganisation } from '../../src/organisation/read-organisation.ts'
import { applyEntries } from '../../src/work/apply-entries.ts'
import type { Story } from './story.ts'

const demo = join(import.meta.dirname, '../../manifest/organisation.demo.yaml')

/** Applies the demo's organisation with some of its lines changed, as an operator would in the middle of a story. */
export const reorganise = async (
  story: Story,
  ...changes: readonly (readonly [from: string | RegExp, to: string])[]
): Promise<void> => {
  let text = readFileSync(demo, 'utf8')
  for (const [from, to] of changes) {
    const changed = text.replace(from, to)
    if (changed === text) throw new Error(`the demo has no ${from}`)
    text = changed
  }
  const read = readOrganisation(text, demo)
  if (!read.ok) throw new Error(JSON.stringify(read.no))
  const applied = await applyEntries({ store: story.store, order: story.bot.order }, read.value.entries)
  if (!applied.ok) throw new Error(applied.no.code)
}

/** The change of the demo's file by which somebody belongs to another organisation from now on. */
export const moves = (id: string, to: string) =>
  [
    new RegExp(`( {2}${id}:\\n {4}name: [^\\n]+\\n(?: {4}latin: [^\\n]+\\n)? {4}organisation: )\\w+`),
    `$1${to}`,
  ] as const

/** The change of the demo's file by which somebody is in it no more. */
export const leaves = (id: string) =>
  [new RegExp(` {2}${id}:\\n {4}name: [^\\n]+\\n(?: {4}[^\\n]+\\n)+`), ''] as const
