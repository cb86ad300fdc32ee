import { type Fields, fieldsOf, listOf, textOf } from '../support/fake/fields.ts'
import { buttonsIn, visible } from '../support/teams/people/card-parts.ts'

const macro = /\{\{(?:DATE|TIME)\([^{}]*\)\}\}/gi

/** Text that a client shows as it stands, but for the dates and times it fills in everywhere. */
const readPlain = (text: string): string => text.replaceAll(macro, '☀')

const entities: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' }

/** What a reader sees of Markdown: links by their words, emphasis and lists without their signs. */
const readMarkdown = (text: string): string => {
  const kept: string[] = []
  const keep = (sign: string): string => `\ue000${kept.push(sign) - 1}\ue001`
  return text
    .replaceAll(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => keep(sign))
    .replaceAll(macro, '☀')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/(\*\*|__|~~|[*_~`])(?=\S)([^\n]*?\S)\1/g, '$2')
    .replaceAll(/^\s*(?:[-*+]|\d+[.)])\s+/gm, '• ')
    .replaceAll(/^\s*(?:#{1,6}|>)\s*/gm, '')
    .replaceAll(/&(?:#(\d+)|(\w+));/g, (all, code?: string, name = '') =>
      code === undefined ? (entities[name] ?? all) : String.fromCodePoint(Number(code)),
    )
    .replaceAll(/\ue000(\d+)\ue001/g, (_, place: string) => kept[Number(place)] ?? '')
}

const listed = ['inlines', 'choices', 'facts']

/** Where text is Markdown to a client: everywhere but in runs, and on buttons and fields. */
const textsOf = (element: Fields): readonly string[] => {
  const read = element.type === 'TextBlock' ? readMarkdown : readPlain
  const fact = [element.title, element.value].map(textOf)
  return [
    ...[element.text, element.label, element.errorMessage, element.placeholder].map(textOf).map(read),
    ...(element.type === undefined ? fact.slice(0, element.value === undefined ? 2 : 1).map(readPlain) : []),
  ]
}

/** All that a person can see, those lists in it too whose parts are no elements. */
const shown = (card: Fields): readonly Fields[] =>
  [card, ...visible(card)].flatMap((element) => [
    element,
    ...listed.flatMap((name) => listOf(element[name]).map(fieldsOf)),
  ])

/** Everything that can be read on a card. */
export const cardText = (card: Fields): string =>
  [...shown(card).flatMap(textsOf), ...buttonsIn(card).flatMap(({ title }) => readPlain(title))]
    .filter((text) => text !== '')
    .join('\n')

/** Whom a card calls and where it leads: mentions, addresses a client would find, and what a touch opens. */
export const cardReaches = (card: Fields): readonly string[] => [
  ...listOf(fieldsOf(card.msteams).entities).map((one) => JSON.stringify(one)),
  ...shown(card).flatMap((element) => [
    ...(element.type === 'TextBlock'
      ? (textOf(element.text).match(/\[[^\]]*\]\([^)]*\)|https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+/g) ?? [])
      : []),
    ...[element.selectAction, ...listOf(element.actions), ...listOf(card.actions)]
      .map(fieldsOf)
      .flatMap(({ url }) => (url === undefined ? [] : [textOf(url)])),
  ]),
]
