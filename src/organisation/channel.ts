import type { Room } from '../domain/people/directory.ts'
import { fields, need, or } from './fields.ts'
import { isForeign, type Parties, platformFields } from './person.ts'
import type { Draft, Piece } from './piece.ts'
import { reference, text } from './scalars.ts'

/** Reads a channel: a customer's is seen by both parties, a supplier's is the engineers' own. */
export const readChannel = (id: string, piece: Piece, parties: Parties): Draft<Room> => {
  const { organisation, ...room } = fields<
    Omit<Room, 'id' | 'side' | 'org'> & { readonly organisation: string }
  >(piece, {
    name: or(text, id),
    organisation: need(reference(parties.keys()), 'write whose channel it is'),
    ...platformFields(piece),
    conversation: isForeign(piece) ? need(text, 'write the platform’s own id of the channel') : or(text, id),
  })
  return { id, ...room, org: organisation, side: parties.get(organisation ?? '')?.side }
}
