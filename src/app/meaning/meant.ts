import type { Button, Card } from '../../chat/card.ts'
import { card } from '../../chat/card.ts'
import type { Context, Flow } from '../../chat/flow.ts'
import { headLength, openFlow, restAfter } from '../../chat/opener.ts'
import { fold } from '../../domain/ticket/suggest/fold.ts'
import { texts } from '../../text/texts.ts'
import { ticketCard } from '../../view/ticket-card.ts'

/** Words in a ticket's thread. `filedAs`: the flow that does what filing them does. */
type Said = {
  readonly addressed: boolean
  readonly filedAs: 'note' | 'answer'
  readonly context: Context
}

/**
 * What words in a ticket's thread may have been meant to do: they begin as something this person's card of the ticket
 * offers now. `bare`: nothing else is said. Talk between people counts only when it would open it, were it said to the bot.
 */
const guessed = (
  flows: readonly Flow[],
  text: string,
  { addressed, filedAs, context }: Said,
): { readonly button: Button; readonly bare: boolean } | undefined => {
  const { ticket, seq, person } = context
  const said = fold(text.trim())
  if (ticket === undefined || seq === undefined) return undefined
  if (!addressed && openFlow(flows, text, { person, keys: [], inThread: true }) === undefined)
    return undefined
  const { buttons } = ticketCard(ticket, seq, context)
  const found = flows
    .filter(({ may }) => may(person, ticket))
    .flatMap(({ name, opensWith }) =>
      [...opensWith.en, ...opensWith['zh-CN']].map((opener) => ({ name, opener })),
    )
    .filter(({ opener }) => restAfter(said.slice(0, headLength), opener) !== undefined)
    .toSorted((one, other) => other.opener.length - one.opener.length)[0]
  const button = buttons.find(({ press: { flow } }) => flow === found?.name && flow !== filedAs)
  return found === undefined || button === undefined
    ? undefined
    : { button, bare: !/[\p{L}\p{N}]/u.test(said.slice(found.opener.length)) }
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
  const { ticket, language } = said.context
  if (found === undefined || ticket === undefined) return undefined
  const { app } = texts(language)
  const { button, bare } = found
  const saying = bare ? app.meant(button.label) : app.notedButMeant(ticket.id, button.label)
  return {
    card: card({ summary: saying, blocks: [{ type: 'text', text: saying }], buttons: [button] }),
    instead: bare,
  }
}
