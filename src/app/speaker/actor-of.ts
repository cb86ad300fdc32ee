import type { Actor } from '../../domain/item/item.ts'
import type { Speaking } from './speaking.ts'

/** The acting person as the log names them (M2.2). */
export const actorOf = ({ person }: Speaking): Actor => ({
  kind: 'person',
  id: person.id,
  side: person.side,
  org: person.org,
})
