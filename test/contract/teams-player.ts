import { type Fields, fieldsOf, listOf, textOf } from '../support/fake/fields.ts'
import type { Delivery } from '../support/teams/deliver/delivery.ts'
import type { Acted } from '../support/teams/people/ask-bot.ts'
import { buttonsIn, inputsIn } from '../support/teams/people/card-parts.ts'
import type { FakeTeams } from '../support/teams/start-fake-teams.ts'
import type { Message } from '../support/teams/world/records.ts'
import type { Player, Said, Spot, Told } from './stage.ts'
import { cardReaches, cardText } from './teams-shown.ts'

const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/

/** What is typed into a card, by the inputs that ask: a moment is asked in two, a choice is known by how its words begin. */
const filling = (card: Fields, values: { readonly [field: string]: string }) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const [, date = '', time = ''] = moment.exec(value) ?? []
      if (date !== '')
        return [
          [`${name}.date`, date],
          [`${name}.time`, time],
        ]
      const choices = listOf(inputsIn(card).find(({ id }) => id === name)?.choices).map(fieldsOf)
      const chosen = choices.find(({ title }) => textOf(title).startsWith(value))
      return [[name, chosen === undefined ? value : textOf(chosen.value)]]
    }),
  )

const asks = (card: Fields): boolean => sends(card) !== ''
const sends = (card: Fields): string =>
  buttonsIn(card).find(({ action }) => fieldsOf(fieldsOf(action.data).accord).form !== undefined)?.title ?? ''

/** A person on the strict Teams, with a client of today. */
export const teamsPlayer = (teams: FakeTeams, id: string, rooms: readonly string[]): Player => {
  const person = teams.person(id)
  const direct = teams.personal(id)
  const past = new Set<string>()
  /** What was typed into a card stays in it until another is drawn in its place. */
  const typed = new WeakMap<Fields, { readonly [field: string]: string }>()

  const told = (deliveries: readonly Delivery[], trouble?: string): Told => ({
    acknowledged: deliveries.length > 0 && deliveries.every(({ status }) => status === 200) && !trouble,
    again: async () => told(await Promise.all(deliveries.map((one) => teams.redeliver(one)))),
  })
  const acted = ({ delivery, refused, trouble }: Acted): Told => {
    if (refused !== undefined) throw new Error(`the client refuses ${JSON.stringify(refused)}`)
    return told(delivery === undefined ? [] : [delivery], trouble)
  }
  const spotOf = ({ conversation, message }: Spot) => ({ conversation, id: message })
  const saidOn = (said: Awaited<ReturnType<typeof person.say>>): Said => ({
    ...told(said.deliveries),
    message: said.id,
  })

  /** What is drawn for this person alone, the newest last: over a card, or as a message of the bot to them. */
  const own = (): readonly { readonly at: Message; readonly card: Fields }[] => {
    const over = rooms.flatMap((room) => teams.messages(room)).filter((at) => person.view(at).own)
    const alone = teams
      .messages(direct)
      .filter(({ by, id: message }) => by === undefined && !past.has(message))
    return [...over, ...alone].flatMap((at) => {
      const { card } = person.view(at)
      return card === undefined ? [] : [{ at, card }]
    })
  }
  const types = (card: Fields, values: { readonly [field: string]: string }) => {
    const all = { ...typed.get(card), ...filling(card, values) }
    typed.set(card, all)
    return all
  }
  const openForm = () => own().findLast(({ card }) => asks(card))

  /** Puts other content into a button, as somebody with a client of their own could. */
  const tamper = ({ conversation, message }: Spot, label: string, carrying: unknown): void => {
    const change = (
      _: string,
      value: { readonly type?: unknown; readonly title?: unknown; readonly data?: unknown },
    ) =>
      value?.title === label && String(value.type).startsWith('Action.')
        ? { ...value, data: { accord: { press: carrying } } }
        : value
    const all = teams.world.messages.get(conversation) ?? []
    teams.world.messages.set(
      conversation,
      all.map((one) => (one.id === message ? JSON.parse(JSON.stringify(one, change)) : one)),
    )
  }

  return {
    account: { platform: 'teams', team: person.tenant, user: person.aad ?? '' },
    direct,
    says: async ({ conversation, thread }, text, toBot) =>
      saidOn(
        await person.say(conversation, text, {
          mention: toBot !== undefined,
          ...(thread === undefined ? {} : { thread }),
        }),
      ),
    edits: async (message, text) => told(await person.edit(spotOf(message), text)),
    erases: async (message) => told(await person.erase(spotOf(message))),
    presses: async (on, label, carrying) => {
      if (on === 'alone') {
        const found = own().findLast(({ card }) => buttonsIn(card).some(({ title }) => title === label))
        if (found === undefined) throw new Error(`${id} is shown no ${label} alone`)
        return acted(await person.press(found.at, label))
      }
      if (carrying !== undefined) tamper(on, label, carrying)
      return acted(await person.press(spotOf(on), label))
    },
    fills: async (values) => {
      const dialog = person.dialog()
      if (dialog !== undefined) return acted(await person.submitDialog(types(dialog.card, values)))
      const form = openForm()
      if (form === undefined) throw new Error(`${id} has no form open`)
      return acted(await person.fill(form.at, types(form.card, values), sends(form.card)))
    },
    leaves: async () => {
      if (person.dialog() !== undefined) person.closeDialog()
      for (const { at } of own())
        if (at.conversation === direct) past.add(at.id)
        else teams.world.views.delete(`${at.conversation}/${at.id}/${id}`)
    },
    reads: async ({ conversation, thread }) => {
      if (!teams.world.conversations.get(conversation)?.members.includes(id)) return []
      const standing =
        thread === undefined ? teams.messages(conversation) : teams.thread(conversation, thread)
      return standing.map(({ id: message, text, card }) => ({
        message,
        text: card === undefined ? text : cardText(card),
        reaches: card === undefined ? [] : cardReaches(card),
      }))
    },
    alone: () => {
      const dialog = person.dialog()
      const cards = [...own().map(({ card }) => card), ...(dialog === undefined ? [] : [dialog.card])]
      const titles = dialog === undefined || asks(dialog.card) ? [] : [dialog.title]
      return [...person.toasts(), ...titles, ...cards.filter((card) => !asks(card)).map(cardText)].join('\n')
    },
    form: () => {
      const dialog = person.dialog()
      if (dialog !== undefined && asks(dialog.card)) return `${dialog.title}\n${cardText(dialog.card)}`
      const form = openForm()
      return form && cardText(form.card)
    },
    shares: async ({ conversation }, text, file) =>
      saidOn(await person.say(conversation, text, { files: [{ name: file }] })),
    pointsAt: async (message) => acted(await person.reportThis(spotOf(message))),
  }
}
