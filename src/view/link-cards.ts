import { type Card, card } from '../chat/card.ts'
import type { Directory, Room } from '../domain/people/directory.ts'
import type { Language } from '../domain/people/sides.ts'
import { supplierOf } from '../domain/people/supplier-of.ts'
import { texts } from '../text/texts.ts'
import { orgName } from './org-name.ts'

type Seen = { readonly room: Room; readonly directory: Directory; readonly language: Language }

const supplierName = ({ room, directory }: Seen): string =>
  orgName(directory, supplierOf(directory, room) ?? '')

/** The question to the customer's side whether the channel is theirs. The buttons name the customer they are about. */
export const linkQuestion = (seen: Seen): Card => {
  const { question } = texts(seen.language).link
  const { org } = seen.room
  const customer = orgName(seen.directory, org)
  const text = question.text(supplierName(seen), customer)
  return card({
    title: question.title,
    summary: text,
    tone: 'info',
    blocks: [
      { type: 'text', text },
      { type: 'note', text: question.who(customer) },
    ],
    buttons: [
      { label: question.confirm, style: 'primary', press: { flow: 'confirm_link', choice: org } },
      { label: question.refuse, style: 'normal', press: { flow: 'refuse_link', choice: org } },
    ],
  })
}

const said = (text: string): Card => card({ summary: text, blocks: [{ type: 'text', text }] })

/** What a room says of itself once it is linked. */
export const linkedCard = (seen: Seen): Card => {
  const { news } = texts(seen.language).link
  const supplier = supplierName(seen)
  return said(
    seen.room.side === 'supplier'
      ? news.ownRoom(supplier)
      : news.linked(orgName(seen.directory, seen.room.org), supplier),
  )
}

/** What the bot says of itself and of a room when it is brought there. */
export const roomWelcome = (seen: Seen): Card => {
  const { customer, supplier } = texts(seen.language).flows.welcome
  const opening = seen.room.side === 'supplier' ? supplier : customer
  const linked = linkedCard(seen)
  return { ...linked, blocks: [{ type: 'text', text: opening }, ...linked.blocks] }
}

/** What a conversation that was linked, or asked about, says last. */
export const unlinkedCard = (person: string, language: Language): Card =>
  said(texts(language).link.news.unlinked(person))

/** What the administrator hears when the customer's side said that the channel is not theirs. */
export const refusedCard = (person: string, { room, directory, language }: Seen): Card =>
  said(texts(language).link.news.refused(person, orgName(directory, room.org)))
