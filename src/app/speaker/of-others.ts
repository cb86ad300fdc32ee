import type { Place } from '../../chat/inbound.ts'
import type { Directory } from '../../domain/people/directory.ts'
import { roomAt } from '../../domain/people/find.ts'
import type { Store } from '../../store/store.ts'

/** What a conversation that is no room of a directory is to another supplier. Nothing more of that one is known here. */
export const ofOthers = async (
  { directories }: Pick<Store, 'directories'>,
  directory: Directory,
  place: Place,
): Promise<'room' | 'proposal' | undefined> => {
  const { platform, team, conversation, direct } = place
  if (direct || roomAt(directory, platform, team, conversation) !== undefined) return undefined
  const standings = (await directories.at({ platform, team, conversation }))
    .filter(({ supplier }) => supplier !== directory.supplier)
    .map(({ standing }) => standing)
  return (['room', 'proposal'] as const).find((standing) => standings.includes(standing))
}
