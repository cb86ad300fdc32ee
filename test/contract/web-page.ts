import { type Block, type Button, buttonsOf, type Card, unfolded } from '../../src/chat/card.ts'
import type { ChatMessage } from '../../src/chat/chat-log.ts'
import type { Form, Problem } from '../../src/chat/form.ts'
import type { Reply } from '../../src/chat/reply.ts'
import type { Where } from './stage.ts'

type Spot = Where

/** A form that is open on a page, and what is typed into it. */
type Open = {
  readonly form: Form
  readonly spot: Spot
  readonly values: { readonly [field: string]: string }
  readonly problems: readonly Problem[]
  readonly no?: string
}

/** A card that stands on the page of one person alone. */
type Private = { readonly card: Card; readonly spot: Spot }

const wordsIn = (block: Block): readonly string[] => {
  switch (block.type) {
    case 'text':
    case 'note':
    case 'stamp':
      return [block.text]
    case 'quote':
      return [block.text, ...(block.files ?? []).map(({ label }) => label), block.by ?? '']
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, value])
    case 'table':
      return [
        ...block.columns,
        ...block.rows.flatMap(({ cells, tag, button }) => [tag?.label ?? '', ...cells, button?.label ?? '']),
      ]
    case 'details':
      return [block.label, ...block.blocks.flatMap(wordsIn), ...block.buttons.map(({ label }) => label)]
    case 'divider':
      return []
    case 'bar':
      return [block.label, block.text]
  }
}

const wordsOf = ({ title, state, blocks, buttons, below = [], summary }: Card): readonly string[] => [
  ...(title === undefined ? (blocks.length === 0 ? [summary] : []) : [title]),
  ...(state === undefined ? [] : [state.tag.label, state.text]),
  ...blocks.flatMap(wordsIn),
  ...buttons.map(({ label }) => label),
  ...below.flatMap(wordsIn),
]

/** Everything that can be read on a card of the page, which puts every text in as text. */
export const cardText = (card: Card): string => wordsOf(card).join('\n')

/** Where a card of the page leads: its page makes links of files alone. */
export const cardLinks = (card: Card): readonly string[] =>
  unfolded(card).flatMap((block) =>
    block.type === 'quote'
      ? (block.files ?? []).flatMap(({ link }) => (link === undefined ? [] : [link]))
      : [],
  )

/** The button with these words on a card. */
export const buttonOn = (card: Card, label: string): Button | undefined =>
  buttonsOf(card).find((button) => button.label === label)

/** A message as it can be read; a deleted one has no words. */
export const messageText = ({ content }: ChatMessage): string =>
  content.kind === 'said' ? content.text : cardText(content.card)

const formText = ({ form, values, problems, no = '' }: Open): string =>
  [
    ...[form.title, form.intro ?? '', no, form.submit],
    ...form.fields.flatMap((field) => [
      ...[field.label, field.hint ?? '', values[field.name] ?? ''],
      ...(field.kind === 'moment' ? [field.zone] : []),
      ...(field.kind === 'choice' ? field.choices : field.kind === 'person' ? field.people : []).flatMap(
        ({ label, hint = '' }) => [label, hint],
      ),
    ]),
    ...problems.map(({ message }) => message),
  ].join('\n')

/** What one person's page holds beside the conversations: words, cards and the form that the bot answered with. */
export const createPage = () => {
  const words: string[] = []
  const cards: Private[] = []
  let open: Open | undefined

  const opens = (spot: Spot, form: Form): void => {
    const begun = form.fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]]))
    open = { form, spot, values: Object.fromEntries(begun), problems: [] }
  }

  /** Shows an answer as the page does (`client/state/replies.ts`). */
  const show = (spot: Spot, reply: Reply): void => {
    switch (reply.kind) {
      case 'done':
        if (reply.saying !== undefined) words.push(reply.saying)
        break
      case 'refuse':
        words.push(reply.saying)
        break
      case 'fault':
        words.push(`${reply.saying} ${reply.reference}`)
        break
      case 'amend':
        words.push(...reply.problems.map(({ message }) => message))
        break
      case 'ask':
        opens(spot, reply.form)
        break
      case 'show':
        cards.push({ card: reply.card, spot })
        break
    }
  }

  /** The answer to the form: it stays with what was typed until it was accepted (`client/state/acts.ts`). */
  const formAnswered = (sent: Open, reply: Reply): void => {
    if (reply.kind === 'amend') open = { ...sent, problems: reply.problems }
    else if (reply.kind === 'refuse') open = { ...sent, no: reply.saying }
    else if (reply.kind === 'fault') open = { ...sent, no: `${reply.saying} ${reply.reference}` }
    else {
      open = undefined
      show(sent.spot, reply)
    }
  }

  return {
    show,
    formAnswered,
    /** The open form with this typed into it: choices by their words. */
    typed: (given: { readonly [field: string]: string }): Open => {
      if (open === undefined) throw new Error('no form is open')
      const idOf = (name: string, value: string): string => {
        const field = open?.form.fields.find((one) => one.name === name)
        const choices =
          field?.kind === 'choice' ? field.choices : field?.kind === 'person' ? field.people : []
        return choices.find(({ label }) => label === value)?.id ?? value
      }
      const values = Object.entries(given).map(([name, value]) => [name, idOf(name, value)])
      open = { ...open, values: { ...open.values, ...Object.fromEntries(values) } }
      return open
    },
    privateCard: (label: string): Private | undefined =>
      cards.findLast(({ card }) => buttonOn(card, label) !== undefined),
    close: (): void => {
      open = undefined
    },
    alone: (): string => [...words, ...cards.map(({ card }) => cardText(card))].join('\n'),
    form: (): string | undefined => open && formText(open),
  }
}
