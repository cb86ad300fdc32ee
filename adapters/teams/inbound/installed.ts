import { z } from 'zod'
import type { Account } from '../../../src/domain/people/directory.ts'
import { type Heard, ignored } from './heard.ts'
import { accountOf, placeOf } from './place.ts'
import { id, listOf } from './shapes.ts'
import type { Turn } from './turn.ts'

const memberShape = z.object({ id, aadObjectId: id.nullish(), tenantId: id.nullish() })

const membersOf = (members: unknown) =>
  listOf(members).flatMap((member) => memberShape.safeParse(member).data ?? [])

/** The one person of a personal conversation, where it is not they who acted. */
const onlyPerson = ({ activity, where, isUs }: Turn): Account | undefined => {
  if (where.kind !== 'personal') return undefined
  const person = membersOf(activity.membersAdded).find((member) => !isUs(member.id))
  return person && accountOf(person.tenantId ?? where.team, person.aadObjectId ?? person.id)
}

/**
 * The bot is there. Teams says so twice, as an installation and as a new member, and again with each new version of the app:
 * the key is the conversation's, so that it introduces itself there once.
 */
const installed = (turn: Turn): Heard => {
  const { where, locale } = turn
  const who = turn.who ?? onlyPerson(turn)
  if (who === undefined) return ignored('installed by nobody knows whom')
  return {
    kind: 'installed',
    key: `installed/${where.conversation}`,
    who,
    place: placeOf(where, {}),
    ...locale,
  }
}

const removed = ({ where: { team, conversation } }: Turn): Heard => ({ kind: 'removed', team, conversation })

/** The app came, went or changed where it was. */
export const heardInstallation = (turn: Turn): Heard => {
  switch (turn.activity.action) {
    case 'add':
    case 'add-upgrade':
      return installed(turn)
    case 'remove':
    case 'remove-upgrade':
      return removed(turn)
    default:
      return ignored('another change of an installation')
  }
}

/** Somebody came or went: only the bot itself matters. */
export const heardMembers = (turn: Turn): Heard => {
  const { activity, isUs } = turn
  const includesUs = (members: unknown): boolean => membersOf(members).some((member) => isUs(member.id))
  if (includesUs(activity.membersAdded)) return installed(turn)
  if (includesUs(activity.membersRemoved)) return removed(turn)
  return ignored('another change of a conversation')
}
