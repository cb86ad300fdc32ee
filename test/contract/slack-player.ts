import type { Delivery } from '../support/slack/deliver/delivery.ts'
import type { Said as SaidOnSlack } from '../support/slack/people/person-messages.ts'
import type { FakeSlack } from '../support/slack/start-fake-slack.ts'
import type { View } from '../support/slack/world/records.ts'
import type { Ear } from './ear.ts'
import { slackReaches, slackText, typedOnSlack, viewText } from './slack-shown.ts'
import type { Player, Said, Spot, Told } from './stage.ts'

const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/

/** What is typed, by the blocks that ask: a moment is asked in two. */
const filling = (values: { readonly [field: string]: string }) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const [, date, time] = moment.exec(value) ?? []
      return date === undefined
        ? [[name, value]]
        : [
            [`${name}.date`, date],
            [`${name}.time`, time],
          ]
    }),
  )

const asks = ({ submit }: View): boolean => submit !== null && submit !== undefined

/** A person on the strict Slack, in the workspace of the bot. */
export const slackPlayer = (slack: FakeSlack, ear: Ear, id: string, team: string): Player => {
  const person = slack.person(id)
  let problems: readonly string[] = []

  /** Slack waits some seconds for an acknowledgement; when the bot's database is away there is nothing to wait for. */
  const patiently = async <Value>(act: () => Promise<Value>): Promise<Value> => {
    const patience = slack.rules.ackWithin
    if (ear.isAway) slack.rules.ackWithin = 300
    const value = await act()
    slack.rules.ackWithin = patience
    return value
  }

  const told = (deliveries: readonly Delivery[], since = 0): Told => ({
    acknowledged:
      deliveries.length > 0 &&
      deliveries.every(({ attempts }) => attempts.slice(since).some(({ acked }) => acked)),
    again: async () => {
      const tries = deliveries[0]?.attempts.length
      const sent = await patiently(() => Promise.all(deliveries.map((one) => slack.redeliver(one))))
      return told(sent, tries)
    },
  })
  const saidOn = ({ ts, deliveries }: SaidOnSlack): Said => ({ ...told(deliveries), message: ts })
  const did = async (act: () => Promise<readonly Delivery[] | Delivery>): Promise<Told> =>
    told([await patiently(act)].flat())
  const threaded = (thread: string | undefined) => (thread === undefined ? {} : { thread })

  /** Puts other content into a button, as somebody with a client of their own could. */
  const tamper = ({ conversation, message }: Spot, label: string, carrying: unknown): void => {
    const change = (
      _: string,
      value: { readonly type?: unknown; readonly text?: { readonly text?: unknown } },
    ) =>
      value?.type === 'button' && value.text?.text === label
        ? { ...value, value: JSON.stringify(carrying) }
        : value
    const all = slack.world.messages.get(conversation) ?? []
    slack.world.messages.set(
      conversation,
      all.map((one) => (one.ts === message ? JSON.parse(JSON.stringify(one, change)) : one)),
    )
  }

  /** What only this person sees with these words on it: a message, else the modal they look at. */
  const spotAlone = (label: string): { readonly channel: string; readonly ts: string } | 'modal' => {
    const found = slack.world.ephemerals.findLast(
      ({ to, message }) => to === id && slackText(message).includes(label),
    )
    return found === undefined ? 'modal' : { channel: found.channel, ts: found.message.ts }
  }

  return {
    account: { platform: 'slack', team, user: id },
    direct: person.dm(),
    says: async ({ conversation, thread }, text, toBot) => {
      const words = typedOnSlack(text)
      const typed = toBot === undefined ? words : `<@${slack.bot(team)}> ${words}`
      return saidOn(await patiently(() => person.say(conversation, typed, threaded(thread))))
    },
    edits: ({ conversation, message }, text) =>
      did(() => person.edit(conversation, message, typedOnSlack(text))),
    erases: ({ conversation, message }) => did(() => person.remove(conversation, message)),
    presses: (on, label, carrying) => {
      if (on === 'alone') return did(() => person.press(spotAlone(label), label))
      if (carrying !== undefined) tamper(on, label, carrying)
      return did(() => person.press({ channel: on.conversation, ts: on.message }, label))
    },
    fills: async (values) => {
      for (let top = person.modal(); top !== undefined && !asks(top); top = person.modal())
        await person.close()
      const {
        refused,
        errors = {},
        trouble,
        delivery,
      } = await patiently(() => person.submit(filling(values)))
      if (refused !== undefined) throw new Error(`Slack refuses ${JSON.stringify(refused)}`)
      problems = Object.values(errors)
      const sent = told(delivery === undefined ? [] : [delivery])
      return { ...sent, acknowledged: sent.acknowledged && trouble === undefined }
    },
    leaves: async () => {
      problems = []
      if (person.modal() !== undefined) await person.close({ all: true })
    },
    reads: async ({ conversation, thread }) => {
      if (!slack.world.channels.get(conversation)?.members.includes(id)) return []
      const standing =
        thread === undefined ? slack.messages(conversation) : slack.thread(conversation, thread)
      return standing.map((one) => ({ message: one.ts, text: slackText(one), reaches: slackReaches(one) }))
    },
    alone: () =>
      [
        ...slack.ephemerals(id).map(slackText),
        ...slack
          .modals(id)
          .filter((view) => !asks(view))
          .map(viewText),
      ].join('\n'),
    form: () => {
      const open = slack.modals(id).findLast(asks)
      return open && [viewText(open), ...problems].join('\n')
    },
    shares: async ({ conversation }, text, file) =>
      saidOn(await patiently(() => person.say(conversation, text, { files: [{ name: file }] }))),
    pointsAt: ({ conversation, message }) =>
      did(() => person.messageShortcut(conversation, message, 'report_this')),
    commands: ({ conversation }, text) => did(() => person.command(conversation, '/accord', text)),
    home: async () => {
      const home = slack.home(id)
      return home === undefined ? '' : viewText(home)
    },
  }
}
