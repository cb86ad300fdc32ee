import type { Stamp } from '../../item/item.ts'
import { no, type Result, yes } from '../../result.ts'
import { conversationKey, presentConversation } from '../conversation.ts'
import type { Conversation, Directory, Person, Room } from '../directory.ts'
import type { DirectoryFact, LinkRefusal } from '../directory-event.ts'
import { proposalAt, roomAt } from '../find.ts'
import { supplierOf } from '../supplier-of.ts'
import type { DirectoryWish } from '../wish.ts'

type Decision = Result<readonly DirectoryFact[], LinkRefusal>
type Link = Extract<DirectoryWish, { do: 'directory.link' }> & Stamp
type Answer = Extract<DirectoryWish, { do: 'directory.confirm_link' | 'directory.refuse_link' }> & Stamp
type Unlink = Extract<DirectoryWish, { do: 'directory.unlink' }> & Stamp

const roomHere = (directory: Directory, { platform, team, conversation }: Conversation): Room | undefined =>
  roomAt(directory, platform, team, conversation)

/** Whoever acts, as the directory knows them now; what they claim to be counts for nothing. */
const actor = ({ people }: Directory, { by }: Stamp): Person | undefined =>
  by.kind === 'person' && Object.hasOwn(people, by.id) ? people[by.id] : undefined

const administrator = (directory: Directory, command: Stamp): Person | undefined => {
  const person = actor(directory, command)
  return person?.side === 'supplier' && person.roles.includes('administrator') ? person : undefined
}

const mayConfirm = ({ side, org, roles }: Person, customer: string): boolean =>
  side === 'customer' && org === customer && roles.includes('contact')

/** An id that no file can state and that stays the room's own when its conversation gets another one. */
const freshId = ({ rooms, proposals }: Directory, place: Conversation, at: number): string => {
  const id = conversationKey(place)
  return Object.hasOwn(rooms, id) || Object.hasOwn(proposals, id) ? `${id}/${at}` : id
}

/**
 * Links a conversation: to the administrator's own engineers at once, to a customer of their supplier by a proposal that
 * shows nothing until somebody who may speak for that customer confirms it.
 */
export const decideLink = (directory: Directory, command: Link): Decision => {
  const person = administrator(directory, command)
  if (person === undefined) return no({ code: 'link_administrators_only' })
  const { org, at } = command
  const own = org === person.org
  const customer = Object.hasOwn(directory.customers, org) ? directory.customers[org] : undefined
  const name = own ? directory.suppliers[org]?.name : customer?.name
  if (name === undefined || (!own && customer?.supplier !== person.org))
    return no({ code: 'link_no_customer' })

  const place = presentConversation(directory, command.place)
  const ours = (room: Room): boolean => supplierOf(directory, room) === person.org
  const standing = roomHere(directory, place)
  if (standing !== undefined)
    return no(ours(standing) ? { code: 'link_exists', org: standing.org } : { code: 'link_of_others' })
  const waiting = proposalAt(directory, place)
  if (waiting !== undefined && !ours(waiting)) return no({ code: 'link_of_others' })
  const speaks = Object.values(directory.people).some(
    (one) => mayConfirm(one, org) && one.accounts.some((account) => account.platform === place.platform),
  )
  if (!own && !speaks) return no({ code: 'link_no_contact', org })

  const id = waiting?.id ?? freshId(directory, place, at)
  const linked = { by: person.id, at }
  const room: Room = { id, name, side: own ? 'supplier' : 'customer', org, ...place, linked }
  return yes([{ type: own ? 'directory.linked' : 'directory.link_proposed', room }])
}

/** The customer's word on what was proposed. Somebody else's no counts as little as their yes. */
export const decideLinkAnswer = (directory: Directory, command: Answer): Decision => {
  const { org, place, at } = command
  const person = actor(directory, command)
  const proposal = proposalAt(directory, place)
  if (proposal === undefined) {
    const standing = roomHere(directory, place)
    return no(
      standing !== undefined && standing.org === person?.org
        ? { code: 'link_exists', org: standing.org }
        : { code: 'link_not_proposed' },
    )
  }
  if (proposal.org !== org) return no({ code: 'link_not_proposed' })
  if (person === undefined || !mayConfirm(person, org)) return no({ code: 'link_contacts_only', org })
  const { id, linked } = proposal
  if (command.do === 'directory.refuse_link') return yes([{ type: 'directory.link_refused', room: id }])
  const confirmed = { by: person.id, at, ...linked, confirmedBy: person.id, confirmedAt: at }
  return yes([{ type: 'directory.linked', room: { ...proposal, linked: confirmed } }])
}

/** Takes a link or a proposal back. What the organisation file states is taken back there. */
export const decideUnlink = (directory: Directory, command: Unlink): Decision => {
  const person = administrator(directory, command)
  if (person === undefined) return no({ code: 'link_administrators_only' })
  const room = roomHere(directory, command.place)
  const found = room ?? proposalAt(directory, command.place)
  if (found === undefined) return no({ code: 'link_missing' })
  if (supplierOf(directory, found) !== person.org) return no({ code: 'link_of_others' })
  if (found.linked === undefined) return no({ code: 'link_stated', org: found.org })
  return yes([{ type: 'directory.unlinked', room: found.id }])
}
