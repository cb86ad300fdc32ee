import type { Inbound, Place } from '../../chat/inbound.ts'

/** A person's own conversation with the bot, named by their account: the platform opens it when something is posted there. */
export const privatePlace = ({ who, place }: Pick<Inbound, 'who' | 'place'>): Place => ({
  platform: who.platform,
  team: place.team,
  conversation: who.user,
  direct: true,
})
