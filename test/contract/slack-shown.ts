import { type Fields, fieldsOf, listOf, textOf } from '../support/fake/fields.ts'
import { controlsIn } from '../support/slack/blocks/controls-in.ts'

/** What a reader sees of mrkdwn: links and mentions by their words, emphasis without its signs, names of emoji as pictures. */
const readMrkdwn = (text: string): string =>
  text
    .replaceAll(
      /<([^<>|]*)(?:\|([^<>]*))?>/g,
      (_, address: string, words?: string) => words ?? `☞${address.slice(1)}`,
    )
    .replaceAll(/([*_~`])(?=\S)([^\n]*?\S)\1/g, '$2')
    .replaceAll(/:[a-z0-9_+-]+:/g, '☺')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const pictured = (text: string): string => text.replaceAll(/:[a-z0-9_+-]+:/g, '☺')

/** Every text of blocks as it is read, in order. */
const textsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  const { type, text, emoji, ...rest } = fieldsOf(value)
  // A placeholder is gone when something is typed; an address is no text.
  const inside = Object.entries(rest).flatMap(([name, one]) => (name === 'url' ? [] : textsIn(one)))
  if (typeof text !== 'string') return [...textsIn(text), ...inside]
  if (type === 'mrkdwn') return [readMrkdwn(text), ...inside]
  return [type === 'plain_text' && emoji !== false ? pictured(text) : text, ...inside]
}

/** What can be read in blocks, else in the text that stands in for them. */
export const slackText = ({ blocks, text }: Fields): string => {
  const drawn = listOf(blocks)
  return (drawn.length > 0 ? textsIn(drawn) : [readMrkdwn(textOf(text))]).join('\n')
}

/** Whom a message calls and where it leads, its notification included. */
export const slackReaches = ({ blocks, text }: Fields): readonly string[] => controlsIn({ blocks, text })

/** What can be read on a modal or Home. */
export const viewText = ({ title, submit, blocks }: Fields): string =>
  textsIn([title, submit, blocks]).join('\n')

/** What is typed, as Slack's clients send it. */
export const typedOnSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
