import { startTeamsStory } from './teams-story.ts'

const second = 1_000

/**
 * A story on Teams at its pace and within its rates, whose clock the test turns: Monday 2026-11-02, 10:00 in Shanghai.
 * Nothing goes out by itself meanwhile.
 */
export const startByHand = async () => {
  let at = Date.UTC(2026, 10, 2, 2)
  const now = () => at
  const story = await startTeamsStory({ now, paced: true, options: { rules: { paceNow: now } } })
  const { teams } = story
  await story.settled()

  const self = {
    ...story,
    now,
    /** Lets what is owed go out, turn by turn where it waits for one. */
    later: async (ms: number): Promise<void> => {
      for (let left = ms; left > 0; left -= second) {
        at += Math.min(left, second)
        await story.settled()
      }
    },
    /** Time goes by; everything that comes due on the way happens at its moment. */
    passes: async (ms: number): Promise<void> => {
      const end = at + ms
      for (;;) {
        const [next] = await story.store.due.all(undefined, 1)
        if (next === undefined || next.nextDue > end) break
        at = Math.max(at, next.nextDue)
        await story.bot.sweep.soon()
        await story.settled()
      }
      at = end
      await self.later(5 * second)
    },
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
