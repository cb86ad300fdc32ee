import type { Directory } from '../domain/people/directory.ts'
import type { Owed } from '../store/store.ts'
import type { Adapters } from './destination.ts'

/** A room whose platform is switched off, while another room of the same people is told. */
export const isElsewhere = ({ to }: Owed['notice'], { rooms }: Directory, adapters: Adapters): boolean => {
  const room = to.kind === 'room' && Object.hasOwn(rooms, to.room) ? rooms[to.room] : undefined
  return (
    room !== undefined &&
    Object.values(rooms).some(
      ({ side, org, platform }) => side === room.side && org === room.org && adapters[platform] !== undefined,
    )
  )
}
