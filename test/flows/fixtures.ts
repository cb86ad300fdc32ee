import { expect } from 'vitest'
import { flows } from '../../flows/index.ts'
import type { Context, Flow, Order, Step } from '../../src/chat/flow.ts'
import type { Form, Values } from '../../src/chat/form.ts'
import type { ListedRow } from '../../src/chat/line.ts'
import type { Recorded } from '../../src/domain/item/reading.ts'
import type { Directory, Person } from '../../src/domain/people/directory.ts'
import { ticketIndex } from '../../src/domain/ticket/ticket-index.ts'
import { homeLists } from '../../src/work/in-hand.ts'
import { kinds } from '../../src/work/kinds.ts'
import { ticketInHand, ticketRow } from '../support/ticket-views.ts'
import { reported, type story } from '../ticket/given.ts'
import { directory as usual } from '../ticket/world.ts'

export { reported } from '../ticket/given.ts'
export { hours, minutes } from '../ticket/world.ts'

type Story = ReturnType<typeof story>

/** The usual people, and the two rooms a ticket is talked about in. */
export const directory: Directory = {
  ...usual,
  rooms: {
    shared: {
      ...{ id: 'shared', name: 'HX support', side: 'customer', org: 'huaxin', platform: 'web' },
      ...{ team: 'local', conversation: 'room-hx' },
    },
    other: {
      ...{ id: 'other', name: 'BB support', side: 'customer', org: 'bluebird', platform: 'web' },
      ...{ team: 'local', conversation: 'room-bb' },
    },
  },
}

export const person = (id: string): Person => {
  const found = directory.people[id]
  if (found === undefined) throw new Error(`nobody is called ${id}`)
  return found
}

export const flow = (name: string): Flow => {
  const found = flows.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no flow is called ${name}`)
  return found
}

const recorded = (told: Story): readonly Recorded[] =>
  told.log.map((event, index) => ({ seq: index + 1, hash: '', event }))

/** A story as a line of a list, as whoever has this context reads it. */
export const row = (told: Story, context: Context = contextOf('li', told)): ListedRow =>
  ticketRow(told.ticket, told.log.length, context, {
    index: ticketIndex(told.ticket, context),
    person: context.person,
  })

type About = Partial<Pick<Context, 'words' | 'choice' | 'seen' | 'language' | 'place' | 'directory'>>

/** What a flow looks at when this person acts on this story, in private unless told otherwise. */
export const contextOf = (who: string, told?: Story, about: About = {}): Context => {
  const place = about.place ?? { platform: 'web', team: 'local', conversation: `dm-${who}`, direct: true }
  return {
    now: told?.at ?? Date.UTC(2026, 2, 2, 2),
    person: person(who),
    language: 'en',
    zone: 'Asia/Shanghai',
    audience: place.direct ? person(who).side : 'customer',
    directory,
    words: '',
    home: homeLists(kinds, person(who), told?.at ?? Date.UTC(2026, 2, 2, 2)),
    ...(told === undefined
      ? {}
      : {
          ticket: told.ticket,
          seq: told.log.length,
          item: ticketInHand(told.ticket, told.log.length),
        }),
    ...about,
    place,
  }
}

/** The conversation of a room everybody of that customer reads. */
export const room = (conversation: string): Context['place'] => ({
  platform: 'web',
  team: 'local',
  conversation,
  direct: false,
})

/** What a step comes to once its reads were answered: history by the story itself, lists by the rows given. */
export const settled = (step: Step, told?: Story, rows: readonly ListedRow[] = []): Step => {
  switch (step.kind) {
    case 'history':
      return settled(step.yields(told === undefined ? [] : recorded(told)), told, rows)
    case 'list':
      return settled(step.yields(rows), told, rows)
    case 'told':
      return settled(step.yields([]), told, rows)
    case 'find':
      return settled(step.yields({ rows, count: rows.length, isMore: false }), told, rows)
    case 'overview':
      return settled(step.yields([]), told, rows)
    case 'ask':
    case 'amend':
    case 'order':
    case 'show':
    case 'refuse':
      return step
  }
}

/** Opens a flow as a person. */
export const begins = (name: string, who: string, told?: Story, about?: About): Step => {
  const context = contextOf(who, told, about)
  expect(flow(name).may(context.person, context.item), `${who} may ${name}`).toBe(true)
  return settled(flow(name).begin(context), told)
}

/** Sends a flow's form back as a person. */
export const submits = (name: string, who: string, values: Values, told?: Story, about?: About): Step => {
  const step = flow(name).submit?.(contextOf(who, told, about), values)
  if (step === undefined) throw new Error(`${name} has no form`)
  return settled(step, told)
}

/** The one thing a step orders. */
export const wishOf = (step: Step): Order['wish'] => {
  const wish = step.kind === 'order' && step.orders.length === 1 ? step.orders[0]?.wish : undefined
  if (wish === undefined) throw new Error(`not one order: ${JSON.stringify(step)}`)
  return wish
}

/** The form a step opens. */
export const formOf = (step: Step): Form => {
  if (step.kind !== 'ask') throw new Error(`not a form: ${JSON.stringify(step)}`)
  return step.form
}

/** The fields that a step found something wrong with. */
export const wrongFields = (step: Step): readonly string[] => {
  if (step.kind !== 'amend') throw new Error(`nothing to amend: ${JSON.stringify(step)}`)
  return step.problems.map(({ field }) => field)
}

/** What a step shows or says, as one text. */
export const saying = (step: Step): string => JSON.stringify(step)

/** A ticket that was claimed and resolved, and waits for the customer's word. */
export const resolvedStory = () =>
  reported()
    .does('li', { do: 'ticket.claim' })
    .does('li', { do: 'ticket.resolve', description: 'Replaced the switch', workaround: false })

/** A ticket closed by consent of both parties. */
export const closedStory = () =>
  resolvedStory().does('zhao', { do: 'ticket.confirm_solution' }).does('chen', { do: 'ticket.close' })
