import { beginning } from '../../chat/beginning.ts'
import type { Button, Card } from '../../chat/card.ts'
import { card, withWords } from '../../chat/card.ts'
import type { Flow } from '../../chat/flow.ts'
import { openFlow, restAfter } from '../../chat/opener.ts'
import { texts } from '../../text/texts.ts'
import type { OfItem } from './heard.ts'

/** Words in an item's thread. `filedAs`: the flow that does what filing them does. */
type Said = {
  readonly addressed: boolean
  readonly filedAs: 'note' | 'answer'
  readonly context: OfItem
}

/**
 * What words in an item's thread may have been meant to do: they begin as something this person's card of it offers now. `bare`: nothing else is said. Talk between people counts only when it would open it, were it said to the bot.
 */
const guessed = (
  flows: readonly Flow[],
  text: string,
  { addressed, filedAs, context }: Said,
): { readonly button: Button; readonly bare: boolean } | undefined => {
  const { item, person } = context
  const said = beginning(text)
  if (!addressed && openFlow(flows, text, { person, keys: [], inThread: true }) === undefined)
    return undefined
  const { buttons } = item.card(context)
  const found = flows
    .filter(({ may }) => may(person, item))
    .flatMap(({ name, opensWith }) =>
      [...opensWith.en, ...opensWith['zh-CN']].map((opener) => ({ name, opener })),
    )
    .filter(({ opener }) => restAfter(said, opener) !== undefined)
    .toSorted((one, other) => other.opener.length - one.opener.length)[0]
  const button = buttons.find(({ press: { flow } }) => flow === found?.name && flow !== filedAs)
  return found === undefined || button === undefined
    ? undefined
    : { button, bare: said.isWhole && !/[\p{L}\p{N}]/u.test(said.text.slice(found.opener.length)) }
}

/**
 * The card that asks whether a button was meant by words in a ticket's thread. `instead`: the words alone are that button's
 * and say nothing that belongs in the record, where they would pass for an answer.
 */
export const meant = (
  flows: readonly Flow[],
  text: string,
  said: Said,
): { readonly card: Card; readonly instead: boolean } | undefined => {
  const found = guessed(flows, text, said)
  const { item, language } = said.context
  if (found === undefined) return undefined
  const { app } = texts(language)
  const { button, bare } = found
  const saying = bare ? app.meant(button.label) : app.notedButMeant(item.id, button.label)
  return {
    card: card({
      summary: saying,
      blocks: [{ type: 'text', text: saying }],
      buttons: [bare ? button : withWords(button)],
    }),
    instead: bare,
  }
}
