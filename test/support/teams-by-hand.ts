import { startTeamsStory } from './teams-story.ts'
import { turnedClock } from './turned-clock.ts'

const second = 1_000

/**
 * A story on Teams at its pace and within its rates, whose clock the test turns: Monday 2026-11-02, 10:00 in Shanghai.
 * Nothing goes out by itself meanwhile.
 */
export const startByHand = async () => {
  const clock = turnedClock(Date.UTC(2026, 10, 2, 2))
  const { now } = clock
  const story = await startTeamsStory({ now, paced: true, options: { rules: { paceNow: now } } })
  const { teams } = story
  await story.settled()

  const self = {
    ...story,
    now,
    later: (ms: number): Promise<void> => clock.later(story, ms),
    passes: (ms: number): Promise<void> => clock.passes(story, ms),
    /** Somebody reports by mention, and all that follows at once goes out. */
    reportsNow: async (person: string, channel: string, text: string) => {
      const { id: said } = await teams.person(person).say(channel, text, { mention: true })
      await self.later(3 * second)
      const receipt = await story.stands(channel, text, said)
      const id = /[A-Z]{2}-\d+/.exec(JSON.stringify(receipt.card))?.[0] ?? ''
      return { id, said, receipt }
    },
    /** What stands of the bot in a chat or channel that has these words. */
    of: (at: string, words: string) =>
      teams
        .messages(at)
        .filter(({ by, card }) => by === undefined && JSON.stringify(card ?? {}).includes(words)),
    /** Whom a notice went to, as the ticket's evidence says. */
    evidence: async (id: string, about: string) => {
      const chen = story.store.as({ person: 'chen', side: 'supplier', org: 'yunheng' })
      return (await chen.told(id)).filter((one) => one.about === about)
    },
    /** The calls that wrote to a conversation, whatever came of them. */
    writesTo: (conversation: string) =>
      teams
        .calls()
        .filter(({ name, conversation: to }) => ['send', 'update'].includes(name) && to === conversation),
  }
  return self
}
