import type { FakeTeams } from './teams/start-fake-teams.ts'
import type { Message } from './teams/world/records.ts'

/** A report that stands: its number, its message, and its receipt beside it. */
type Reported = { readonly id: string; readonly said: string; readonly receipt: Message }

/** What people of a story often do on Teams, and how they wait for what the bot then shows. */
export const teamsScene = (teams: FakeTeams) => {
  const saying = (words: string) => (one: Message) => JSON.stringify(one).includes(words)

  /** A message of the bot with these words, as soon as it stands there. */
  const stands = (at: string, words: string, thread?: string): Promise<Message> =>
    teams.until(
      () =>
        (thread === undefined ? teams.messages(at) : teams.thread(at, thread)).findLast(
          (one) => one.by === undefined && saying(words)(one),
        ),
      `${words} in ${at}`,
    )

  return {
    stands,
    /** What a person is told in their own conversation with the bot. */
    told: (person: string, words: string): Promise<Message> => stands(teams.personal(person), words),
    /** Somebody mentions the bot and reports; waits for the receipt. */
    reports: async (person: string, channel: string, text: string): Promise<Reported> => {
      const { id: said } = await teams.person(person).say(channel, text, { mention: true })
      const receipt = await teams.until(
        () => teams.thread(channel, said).find((one) => one.by === undefined),
        `a receipt for ${text}`,
      )
      return { id: /[A-Z]{2}-\d+/.exec(JSON.stringify(receipt.card))?.[0] ?? '', said, receipt }
    },
    /** Presses a button as soon as this person sees it, and waits for their form. */
    opens: async (person: string, card: Message, button: string) => {
      const actor = teams.person(person)
      await teams.until(() => actor.view(card).buttons.includes(button), `${button} for ${person}`)
      return actor.press(card, button)
    },
  }
}
