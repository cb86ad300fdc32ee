import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Button } from '../../src/chat/card.ts'
import type { FakeSlack } from './slack/start-fake-slack.ts'
import { home as slackHome } from './slack-story.ts'
import type { FakeTeams } from './teams/start-fake-teams.ts'

/** Somebody of a story told on several platforms: they do the same everywhere. */
export type Actor = {
  /** A report to the bot, in this room. */
  readonly reports: (room: string, words: string) => Promise<void>
  /** Says something under what stands with these words. */
  readonly replies: (room: string, under: string, words: string) => Promise<void>
  /** Presses a button of the newest message that offers it, once it is there. */
  readonly presses: (button: string) => Promise<void>
  /** The same, and fills in the form that it opens. */
  readonly fills: (
    button: string,
    values: { readonly [label: string]: string },
    send: string,
  ) => Promise<void>
  /** Waits until these words stand before this person. */
  readonly sees: (words: string) => Promise<void>
}

const has = (value: unknown, words: string): boolean => JSON.stringify(value).includes(words)

/** A person on Slack, in these channels. */
export const onSlack = (slack: FakeSlack, user: string, channels: readonly string[]): Actor => {
  const person = slack.person(user)
  const all = () =>
    [...channels, person.dm(slackHome)].flatMap((channel) =>
      slack
        .messages(channel)
        .flatMap((root) => slack.thread(channel, root.ts))
        .map((message) => ({ channel, ts: message.ts, message })),
    )
  const withButton = (label: string) =>
    slack.until(
      () => all().findLast(({ message }) => has(message.blocks ?? [], `"text":${JSON.stringify(label)}`)),
      `${label} for ${user}`,
    )
  const presses = async (button: string) => {
    const { channel, ts } = await withButton(button)
    await person.press({ channel, ts }, button)
  }
  return {
    presses,
    reports: async (room, words) => {
      await person.say(room, `<@${slack.bot(slackHome)}> ${words}`)
    },
    replies: async (room, under, words) => {
      const root = await slack.until(
        () =>
          slack.messages(room).find(({ ts }) => slack.thread(room, ts).some((one) => has(one, under)))?.ts,
        `${under} in ${room}`,
      )
      await person.say(room, words, { thread: root })
    },
    fills: async (button, values, _send) => {
      await presses(button)
      await slack.until(() => person.modal(), `the form of ${button}`)
      const { refused, errors } = await person.submit(values)
      if (refused !== undefined || errors !== undefined) throw new Error(JSON.stringify({ refused, errors }))
    },
    sees: async (words) => {
      await slack.until(() => all().find(({ message }) => has(message, words)), `${words} for ${user}`)
    },
  }
}

/** A person on Teams, in these channels. */
export const onTeams = (teams: FakeTeams, id: string, channels: readonly string[]): Actor => {
  const person = teams.person(id)
  const all = () => [...channels, teams.personal(id)].flatMap((at) => teams.messages(at))
  const withButton = (label: string) =>
    teams.until(
      () =>
        all()
          .filter(({ card }) => card !== undefined)
          .findLast((message) => person.view(message).buttons.includes(label)),
      `${label} for ${id}`,
    )
  return {
    reports: async (room, words) => {
      await person.say(room, words, { mention: true })
    },
    replies: async (room, under, words) => {
      const found = await teams.until(
        () => teams.messages(room).find((one) => has(one, under)),
        `${under} in ${room}`,
      )
      await person.say(room, words, { thread: found.thread ?? found.id, mention: true })
    },
    presses: async (button) => {
      await person.press(await withButton(button), button)
    },
    fills: async (button, values, send) => {
      const message = await withButton(button)
      await person.press(message, button)
      await teams.until(() => person.view(message).own, `the form of ${button}`)
      const { refused } = await person.fill(message, values, send)
      if (refused !== undefined) throw new Error(String(refused))
    },
    sees: async (words) => {
      await teams.until(() => all().find((message) => has(message, words)), `${words} for ${id}`)
    },
  }
}

type WebMessage = {
  readonly id: string
  readonly content: { readonly card?: { readonly buttons: readonly Button[] } }
}

/** A person in the web chat, in their own conversation with the bot. */
export const onWeb = (address: string, as: string): Actor => {
  const base = address.endsWith('/') ? address : `${address}/`
  const conversation = `direct:${as}`
  const call = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${base}api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const all = async (): Promise<readonly WebMessage[]> => {
    const response = await fetch(`${base}api/messages?${new URLSearchParams({ as, conversation })}`)
    return ((await response.json()) as { readonly messages: readonly WebMessage[] }).messages
  }
  const until = async <Value>(look: (messages: readonly WebMessage[]) => Value | undefined, what: string) => {
    for (let times = 0; times < 1_200; times += 1) {
      const found = look(await all())
      if (found !== undefined) return found
      await pause(50)
    }
    throw new Error(`${what} for ${as} in the web chat`)
  }
  const key = () => randomUUID()
  const pressOf = (label: string) =>
    until(
      (messages) =>
        messages
          .flatMap(({ content }) => content.card?.buttons ?? [])
          .findLast((button) => button.label === label)?.press,
      label,
    )
  return {
    reports: async (_room, text) => {
      await call('say', { as, conversation, key: key(), text })
    },
    replies: async () => {
      throw new Error('not needed')
    },
    presses: async (button) => {
      await call('press', { as, conversation, key: key(), press: await pressOf(button) })
    },
    fills: async () => {
      throw new Error('not needed')
    },
    sees: async (words) => {
      await until((messages) => messages.find((one) => has(one, words)), words)
    },
  }
}
