import { announce } from '../announce/announce.ts'
import { linkNotices } from '../announce/link-notices.ts'
import type { Kinds } from '../domain/item/kinds.ts'
import { directoryItem } from '../domain/people/directory-item.ts'
import { messageLinks } from '../domain/ticket/message-links.ts'
import { ticketIndex } from '../domain/ticket/ticket-index.ts'
import { ticketItem } from '../domain/ticket/ticket-item.ts'
import type { KindOf, KindsOfWork } from './kind.ts'

type Own<Name extends keyof Kinds> = KindOf<
  Kinds[Name]['state'],
  Kinds[Name]['wish'],
  Kinds[Name]['event'],
  Kinds[Name]['refusal']
>

const ticket: Own<'ticket'> = {
  ...ticketItem,
  index: ticketIndex,
  announce: (transition, { directory }, now) => announce({ ...transition, directory, now }),
  links: messageLinks,
}

const directory: Own<'directory'> = {
  ...directoryItem,
  index: () => ({ supplier: '', open: false, status: 'kept' }),
  announce: linkNotices,
  links: () => [],
}

/** Every kind of work there is. */
export const kinds: KindsOfWork = { ticket, directory }
