import type { FakeTeams } from '../../support/teams/start-fake-teams.ts'
import type { Screens } from './screens.ts'
import type { Truth } from './truth.ts'

type Kept = {
  readonly key: string
  readonly conversation: string
  readonly parts: readonly { readonly message?: string }[]
}

/**
 * What stands on Teams, and what single people were shown there. Teams keeps no key of ours with a message: what stands is
 * what the bot kept as standing, as far as it does stand.
 */
export const teamsScreens = (teams: FakeTeams, { sql }: Truth): Screens => ({
  standing: async () => {
    const standing = new Map<string, readonly string[]>()
    const all = await sql<Kept>(`select key, conversation, parts from post where key ~ '^[0-9]+$'`)
    for (const { key, conversation, parts } of all) {
      const message = parts[0]?.message
      const stands = message !== undefined && teams.message(conversation, message)?.deleted === false
      if (stands) standing.set(key, [...(standing.get(key) ?? []), `${conversation} ${message}`])
    }
    return standing
  },
  shownTo: async (customer, directory) => {
    const people = Object.values(directory.people)
      .filter(({ org }) => org === customer)
      .map(({ id }) => id)
    const conversations = [...teams.world.conversations.values()].filter(({ members }) =>
      people.some((id) => members.includes(id)),
    )
    const cards = conversations.flatMap(({ id }) =>
      teams
        .messages(id)
        .flatMap((message) => [
          message.activity,
          ...people.map((one) => teams.person(one).view(message).card),
        ]),
    )
    return cards.map((card) => JSON.stringify(card) ?? '')
  },
})
