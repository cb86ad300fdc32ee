import type { FakeSlack } from './slack/start-fake-slack.ts'
import type { Message } from './slack/world/records.ts'

/** A report that stands: its number, its thread, its receipt there, and its card before the engineers. */
type Reported = {
  readonly id: string
  readonly ts: string
  readonly receipt: Message
  readonly card: Message
}

/** What people of a story often do on Slack, and how they wait for what the bot then shows. */
export const slackScene = (slack: FakeSlack, team: string) => {
  const saying = (words: string) => (one: Message) => JSON.stringify(one).includes(words)
  const offering = (button: string) => (one: Message) =>
    JSON.stringify(one.blocks ?? []).includes(`"text":${JSON.stringify(button)}`)
  const last = (messages: readonly Message[], words: string) => messages.findLast(saying(words))

  /** A message with these words in a channel, or in a thread of it, as soon as it stands there. */
  const stands = (channel: string, words: string, thread?: string): Promise<Message> =>
    slack.until(
      () => last(thread === undefined ? slack.messages(channel) : slack.thread(channel, thread), words),
      `${words} in ${channel}`,
    )

  return {
    stands,
    /** What a person is told alone, beside what they did or in their conversation with the bot. */
    told: (user: string, words: string): Promise<Message> =>
      slack.until(
        () => last(slack.ephemerals(user), words) ?? last(slack.messages(slack.person(user).dm(team)), words),
        `${words} for ${user}`,
      ),
    /** Somebody mentions the bot and reports; waits for the receipt and the engineers' card. */
    reports: async (user: string, channel: string, text: string): Promise<Reported> => {
      const { ts } = await slack.person(user).say(channel, `<@${slack.bot(team)}> ${text}`)
      const receipt = await slack.until(() => slack.thread(channel, ts)[1], `a receipt for ${text}`)
      const id = /[A-Z]{2}-\d+/.exec(JSON.stringify(receipt))?.[0] ?? ''
      return { id, ts, receipt, card: await stands('C0ENG', id) }
    },
    /** Presses a button of a card and fills in the modal that it opens. */
    fills: async (
      user: string,
      spot: { readonly channel: string; readonly ts: string },
      button: string,
      values: { readonly [field: string]: unknown },
    ) => {
      const person = slack.person(user)
      await slack.until(() => offering(button)(messageAt(spot)), `${button} on ${spot.ts}`)
      await person.press(spot, button)
      await slack.until(() => person.modal(), `the form of ${button}`)
      return person.submit(values)
    },
  }

  function messageAt({ channel, ts }: { readonly channel: string; readonly ts: string }): Message {
    const found = slack.thread(channel, ts).find((one) => one.ts === ts)
    if (found === undefined) throw new Error(`no ${ts} in ${channel}`)
    return found
  }
}
