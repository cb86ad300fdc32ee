import { clean } from '../../../src/text/clean.ts'
import { linkWords } from '../../shared/link-words.ts'
import { richText } from './rich-text.ts'
import type { SlackMessage } from './shapes.ts'

/** Slack itself cuts a message at 40,000 characters; written as entities they may take more. Nothing longer is read. */
const maxUnits = 200_000

/**
 * What Slack puts in angle brackets, and the three characters it escapes. No part can match the same character twice, so
 * the time is that of reading the text once (T45). What follows a bracket is the pause after a name: `@Accord, help`; the colon of an emoji's code is none.
 */
const marked = /<([^<>]*)>([ \t]*(?:[,，：]|:(?![a-z0-9_+'-]{1,80}:))?[ \t]*)|&(amp|lt|gt);/g
const escaped = /&(amp|lt|gt);/g
const plain: { readonly [entity: string]: string } = { amp: '&', lt: '<', gt: '>' }

const unquoted = (text: string): string => text.replace(escaped, (_, entity: string) => plain[entity] ?? '')

/** What people said, and whether they said it to the bot. */
export type Words = { readonly text: string; readonly addressed: boolean }

/**
 * Slack's text as a person reads it: names for mentions, one escape undone, the bot's own mention taken out wherever it
 * stands. Emoji and emphasis stay as typed.
 */
export const wordsOf = (text: string, botUser: string): Words => {
  let addressed = false
  const read = text
    .slice(0, maxUnits)
    .replace(marked, (_, inside: string | undefined, pause: string, entity: string) => {
      if (inside === undefined) return plain[entity] ?? ''
      if (!isMark(inside)) return `<${unquoted(inside)}>${pause}`
      if (mentioned(inside) !== botUser) return `${shown(inside)}${pause}`
      addressed = true
      return ''
    })
  return { text: clean(read).trim(), addressed }
}

/** A message's words; where it has no text, those of its formatted blocks. */
export const saidIn = ({ text, blocks }: Pick<SlackMessage, 'text' | 'blocks'>, botUser: string): Words =>
  wordsOf(text?.trim() ? text : richText(blocks), botUser)

/** Slack escapes the brackets that people type; should one come through, it is theirs. */
const isMark = (inside: string): boolean => /^(?:[@#!]|[A-Za-z][A-Za-z0-9+.-]{0,30}:)/.test(inside)

const split = (inside: string): readonly [string, string] => {
  const bar = inside.indexOf('|')
  return bar === -1 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)]
}

const mentioned = (inside: string): string | undefined =>
  inside.startsWith('@') ? split(inside)[0].slice(1) : undefined

const shown = (inside: string): string => {
  const [target, label] = split(inside).map(unquoted) as [string, string]
  if (target.startsWith('@')) return `@${label.replace(/^@/, '') || target.slice(1)}`
  if (target.startsWith('#')) return `#${label.replace(/^#/, '') || target.slice(1)}`
  if (target.startsWith('!')) return command(target.slice(1), label)
  return linkWords(target, label)
}

/** `<!here>`, a group of people, a date that every reader sees in their own zone. */
const command = (name: string, label: string): string => {
  if (/^(?:here|channel|everyone|group)$/.test(name)) return `@${name}`
  if (name.startsWith('subteam^')) return `@${label.replace(/^@/, '') || name.slice('subteam^'.length)}`
  return label || name
}
