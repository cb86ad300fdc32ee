import type { Values } from '../../../src/chat/form.ts'
import { formValues } from '../../shared/form-values.ts'
import { readCarried } from '../form/carried.ts'
import { type Heard, unknownInvoke, type Way } from './heard.ts'
import { placeOf, threadOf } from './place.ts'
import type { PersonsTurn } from './turn.ts'

/** What stands in the inputs of a card: Teams puts it beside what its button carries, by the inputs' names. */
const valuesOf = (data: unknown): Values =>
  formValues(
    Object.entries(typeof data === 'object' && data !== null ? data : {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )

/**
 * A pressed button, or a form that was sent, in a card or a window. What it carries was written by the bot and says which act
 * on which item; who acts and in which conversation is Teams' word, and whether they may is decided later (T47).
 */
export const heardAct = (turn: PersonsTurn, data: unknown, wayOf: (frame: Frame) => Way): Heard => {
  const carried = readCarried(data)
  if (carried === undefined) return unknownInvoke('a button that is not the bot’s')
  const { press, form, back, frame = 'card', thread, once } = carried
  const { who, where, at, locale, activity } = turn
  const way = { ...wayOf(frame), ...(once === undefined ? {} : { once }) }
  // Windows do not say which thread they were opened from, and conversations without threads have none to say.
  const stands = where.root === undefined ? threadOf(undefined, thread) : threadOf(way.message, where.root)
  const place = placeOf(where, stands)
  if (back) return { kind: 'back', who, place, way, ...(press === undefined ? {} : { press }), ...locale }
  const act = {
    key: `act/${where.conversation}/${activity.id}`,
    ...{ who, place, at },
    ...locale,
    ...(way.kind === 'submit' ? ({ acknowledged: true } as const) : {}),
  }
  if (form !== undefined) {
    // One drawing of a form has one effect for a person, however often they press its button.
    const key = once === undefined ? act.key : `form/${where.conversation}/${who.team}/${who.user}/${once}`
    return { kind: 'inbound', inbound: { ...act, key, kind: 'submit', form, values: valuesOf(data) }, way }
  }
  if (press !== undefined) return { kind: 'inbound', inbound: { ...act, kind: 'press', press }, way }
  return unknownInvoke('a button without an act')
}

type Frame = Extract<Way, { readonly kind: 'execute' }>['frame']
