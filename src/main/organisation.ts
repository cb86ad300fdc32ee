import { readFile } from 'node:fs/promises'
import type { AnyRefusal } from '../domain/item/kinds.ts'
import type { Held } from '../domain/people/claims.ts'
import type { Result } from '../domain/result.ts'
import { no, yes } from '../domain/result.ts'
import { fileText } from '../organisation/file-text.ts'
import { problemText } from '../organisation/problem.ts'
import { readOrganisation } from '../organisation/read-organisation.ts'
import type { Log } from '../process/log.ts'
import type { Config } from '../settings/config.ts'
import type { Store } from '../store/store.ts'
import { applyEntries } from '../work/apply-entries.ts'
import type { OrderItems } from '../work/order.ts'

const missing = [
  'There is no organisation yet, so the bot knows nobody and can promise nothing.',
  'Start with `npm start -- --demo` to try it, or write your own:',
  'copy manifest/organisation.example.yaml, change it, and run `npm start -- --organisation FILE`.',
]

const nameOf = (held: Held): string => {
  switch (held.what) {
    case 'account':
      return `the account \`${held.platform} ${held.team} ${held.user}\``
    case 'conversation':
      return `the conversation \`${held.platform} ${held.team} ${held.conversation}\``
    case 'name':
      return held.kind === 'key' ? `the key \`${held.name}\`` : `the organisation \`${held.name}\``
  }
}

/** Everything that is wrong, a sentence or two each. */
const refused = (refusal: AnyRefusal): readonly string[] => {
  switch (refusal.code) {
    case 'agreement_changed_without_version':
      return [
        `the terms of ${refusal.agreements.join(', ')} are already agreed and may not change. Raise the version of the changed agreement.`,
      ]
    case 'calendar_closed_for_good':
      return refusal.closed.map(
        ({ agreement, calendar, last }) =>
          `calendar ${calendar} of ${agreement} opened for the last time on ${last}: nothing promised on it would come due. Give it hours by day of the week, or dates to come.`,
      )
    case 'held_by_others':
      return refusal.held.map((held) => {
        const whose = `${nameOf(held)} is ${held.supplier}’s already`
        return held.what === 'name'
          ? `${whose}, and its tickets bear it. Take another one.`
          : `${whose}. Take it out there or here.`
      })
    default:
      return [`refused (${refusal.code}).`]
  }
}

/**
 * Applies the organisation this start was asked for, whole or not at all, and a very large change supplier by supplier; what
 * differs becomes events, so applying the same file twice changes nothing. Returns the line to print, or everything that is wrong.
 */
export const applyOrganisation = async (
  { organisation }: Config,
  demoFile: string,
  { store, order, log }: { readonly store: Store; readonly order: OrderItems; readonly log: Log },
): Promise<Result<string, readonly string[]>> => {
  const tenants = await store.directories.tenants()
  const sum = (what: 'people' | 'customers') => tenants.reduce((all, tenant) => all + tenant[what], 0)
  const known = `${sum('people')} people of ${sum('customers')} customers`
  if (organisation.kind === 'none' || (organisation.kind === 'demo_when_empty' && tenants.length > 0))
    return tenants.length > 0 ? yes(`as applied before: ${known}`) : no(missing)
  const path = organisation.kind === 'file' ? organisation.path : demoFile
  const bytes = await readFile(path).catch((error: Error) => error)
  if (bytes instanceof Error) return no([`${path} could not be read: ${bytes.message}`])
  const text = fileText(bytes)
  if (text === undefined)
    return no([`${path} is not UTF-8. Save it with that encoding. Nothing was applied.`])
  const read = readOrganisation(text, path)
  if (!read.ok) return no([...read.no.map(problemText), `Nothing of ${path} was applied.`])
  for (const warning of read.value.warnings) log.warn(problemText(warning))
  const applied = await applyEntries({ store, order }, read.value.entries)
  if (!applied.ok) {
    const sofar =
      applied.applied === 0
        ? 'Nothing was applied.'
        : `${applied.applied === 1 ? 'One supplier was' : `${applied.applied} suppliers were`} applied before, each whole; correct this and start again, and it goes on with the rest.`
    return no(refused(applied.no).map((why) => `${path}: ${why} ${sofar}`))
  }
  const { events } = applied.value
  const name =
    organisation.kind === 'file' ? path : 'the demo (short targets, so that warnings are seen live)'
  return yes(`${name}: ${events === 0 ? 'nothing changed' : `${events} changes applied`}`)
}
