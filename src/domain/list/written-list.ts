import { works } from '../agreement/work.ts'
import type { Duration } from '../calendar/calendar.ts'
import type { Cursor, ListQuery } from './list-query.ts'
import { sorts } from './list-query.ts'
import type { Meaning } from './list-words.ts'
import { readAge, writeAge } from './read-age.ts'

/** What a link or a button adds to a query, beside what people say. */
type Written = Meaning & Pick<ListQuery, 'cursor'>

const pattern =
  /^(person|customer|category|work|sort|promises|older|newer|text|after|before):(?:"([^"]{0,200})"|([^\s"]{1,200}))/

const quoted = (value: string): string =>
  /^[a-z0-9_.-]+$/i.test(value) ? value : `"${value.replaceAll('"', ' ')}"`

const oneOf = <Value extends string>(values: readonly Value[], said: string): Value | undefined =>
  values.find((value) => value === said)

const cursorOf = (side: Cursor['side'], value: string): Cursor | undefined => {
  const [at = '', ...id] = value.split(',')
  if (id.length === 0) return undefined
  return { side, id: id.join(','), at: at === '-' ? null : Number.isNaN(Number(at)) ? at : Number(at) }
}

const meant = (key: string, value: string): Written | undefined => {
  const age = (): Duration | undefined => readAge(`older ${value}`)?.age.older
  switch (key) {
    case 'person':
    case 'customer':
    case 'category':
    case 'text':
      return { [key]: value }
    case 'work': {
      const work = oneOf(works, value)
      return work && { work }
    }
    case 'sort': {
      const sort = oneOf(sorts, value)
      return sort && { sort }
    }
    case 'promises': {
      const promises = oneOf(['met', 'missed'], value)
      return promises && { promises }
    }
    case 'older':
    case 'newer': {
      const length = age()
      return length === undefined ? undefined : { [key]: length }
    }
    case 'after':
    case 'before': {
      const cursor = cursorOf(key, value)
      return cursor && { cursor }
    }
    default:
      return undefined
  }
}

/**
 * A part of a query as `writeList` writes it, `person:"wang"`, at the start of plain text; `typed` gives the first characters
 * as they were typed, for an id has its own case.
 */
export const readWritten = (
  text: string,
  typed: (length: number) => string,
): { readonly taken: number; readonly meaning: Written } | undefined => {
  const [all] = pattern.exec(text) ?? []
  if (all === undefined) return undefined
  const said = typed(all.length)
  const at = said.indexOf(':')
  const meaning = meant(said.slice(0, at).toLowerCase(), said.slice(at + 1).replaceAll('"', ''))
  return meaning && { taken: all.length, meaning }
}

/** A query in words that are read again as the same: what links and buttons carry, for people to read too. */
export const writeList = (query: ListQuery): string => {
  const { groups, priorities, period, older, newer, cursor, text, ...others } = query
  const named = (['person', 'customer', 'category', 'work', 'promises', 'sort'] as const).flatMap((key) => {
    const value = others[key]
    return value === undefined ? [] : [`${key}:${quoted(value)}`]
  })
  return [
    ...groups,
    ...priorities,
    ...(period === undefined ? [] : [period]),
    ...named,
    ...(older === undefined ? [] : [`older:${writeAge(older)}`]),
    ...(newer === undefined ? [] : [`newer:${writeAge(newer)}`]),
    ...(cursor === undefined ? [] : [`${cursor.side}:${quoted(`${cursor.at ?? '-'},${cursor.id}`)}`]),
    // Last, so that somebody may put other words in its place.
    ...(text === undefined ? [] : [`text:${quoted(text)}`]),
  ].join(' ')
}
