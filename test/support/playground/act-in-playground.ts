import { randomUUID } from 'node:crypto'
import { type Fields, fieldsOf, textOf } from '../fake/fields.ts'
import { buttonOf } from '../teams/people/card-parts.ts'
import { type Filling, fill } from '../teams/people/fill.ts'
import { type PlaygroundTown, playgroundBot } from './playground-config.ts'
import type { Shown } from './watch-playground.ts'

/** A card somebody has before them: everybody's, or one that an answer drew for them. */
type Before = Pick<Shown, 'id' | 'conversation' | 'card'>

/** What an act was answered: words, or a card for the one who acted. */
export type Answer = { readonly words: string; readonly card?: Fields }

const mention = `<at>${playgroundBot.name}</at>`

const answerOf = (told: unknown, card: unknown = told): Answer =>
  typeof told === 'string' ? { words: told } : { words: '', card: fieldsOf(card) }

/** A button, and what it carries once the fields of its card are filled in. */
const filledIn = ({ card }: Pick<Before, 'card'>, title: string, filling: Filling) => {
  const { action, inputs } = buttonOf(card, title)
  const filled = fill(inputs, filling, 'empty')
  if ('refused' in filled) throw new Error(`refused by the client: ${JSON.stringify(filled.refused)}`)
  return { action, data: { ...fieldsOf(action.data), ...filled.values } }
}

/** What people do in the Playground, over its HTTP interface. */
export const actInPlayground = (address: string, town: PlaygroundTown) => {
  const call = async (path: string, body?: Fields): Promise<Fields> => {
    const sent = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`${address}${path}`, body === undefined ? {} : { method: 'POST', ...sent })
    const text = await response.text()
    if (!response.ok) throw new Error(`the Playground: ${path}: ${response.status} ${text}`)
    return text === '' ? {} : fieldsOf(JSON.parse(text))
  }

  const invoke = (name: string, person: string, conversation: string, value: Fields, replyToId?: string) =>
    call('/_conversation/v1/invoke', {
      ...{ name, value, conversation: { id: conversation }, from: { id: person } },
      ...(replyToId === undefined ? {} : { replyToId }),
    })

  const inWindow = async (
    step: string,
    person: string,
    conversation: string,
    more: Fields,
  ): Promise<Answer> => {
    const value = { commandId: 'report', ...more }
    const { task } = await invoke(`composeExtension/${step}`, person, conversation, value)
    const { value: told } = fieldsOf(task)
    return answerOf(told, fieldsOf(fieldsOf(told).card).content)
  }

  return {
    /** The app is brought into a conversation: what the page does for each that is looked at. */
    install: async (conversation: string): Promise<void> => {
      await call(`/_debug/conversation/${encodeURIComponent(conversation)}/installation`, {})
    },

    /**
     * The one whose page it is says something to the bot, or beside it. Gives the conversation, in a channel that of the thread.
     */
    says: async (conversation: string, text: string, { beside = false } = {}): Promise<string> => {
      const mentions = beside || conversation === town.personal ? [] : [mention]
      const said = await call(
        `/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`,
        {
          from: { id: town.me.id },
          ...{ text: [...mentions, text].join(' '), textFormat: 'plain' },
          mentions: mentions.map((words) => ({ mentioned: { id: playgroundBot.id }, text: words })),
        },
      )
      return textOf(said.postConversationId ?? conversation)
    },

    /** Somebody else says something in their own chat with the bot: the Playground lets them only by an activity of ours. */
    saysInPrivate: async (person: string, chat: string, text: string): Promise<void> => {
      const like = new URLSearchParams({ conversationId: town.personal, type: 'install' })
      const { action: _, ...activity } = await call(`/_internal/v1/customActivities/template?${like}`)
      await call('/_internal/v1/customActivities', {
        ...activity,
        ...{ type: 'message', id: randomUUID(), text, textFormat: 'plain' },
        from: { id: person, aadObjectId: person },
        conversation: { id: chat, conversationType: 'personal', tenantId: town.tenant },
      })
    },

    /** Presses a button, with what was filled in, and waits for the answer. */
    presses: async (person: string, card: Before, title: string, filling: Filling = {}): Promise<Answer> => {
      const { action, data } = filledIn(card, title, filling)
      const { type, verb } = action
      const value = { action: { type, verb, title, data }, trigger: 'manual' }
      return answerOf((await invoke('adaptiveCard/action', person, card.conversation, value, card.id)).value)
    },

    /** Presses a button with a client that knows no `Action.Execute`: nothing is answered. */
    pressesOld: async (person: string, { id, conversation, card }: Before, title: string): Promise<void> => {
      const { fallback } = buttonOf(card, title).action
      await call('/_conversation/v1/submit', {
        ...{ conversation: { id: conversation }, from: { id: person }, replyToId: id },
        value: fieldsOf(fieldsOf(fallback).data),
      })
    },

    /** The message action `report`: points at a message. */
    reports: (person: string, conversation: string, messagePayload: Fields): Promise<Answer> =>
      inWindow('fetchTask', person, conversation, { commandContext: 'message', messagePayload }),

    /** Sends the window that a message action opened. */
    sendsWindow: (
      person: string,
      conversation: string,
      window: Answer,
      title: string,
      filling: Filling,
    ): Promise<Answer> =>
      inWindow('submitAction', person, conversation, { data: filledIn(window, title, filling).data }),
  }
}
