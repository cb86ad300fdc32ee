import type { Flow, Step } from '../../chat/flow.ts'
import { presentName } from '../../chat/former-names.ts'
import type { Inbound, Place } from '../../chat/inbound.ts'
import { texts } from '../../text/texts.ts'
import type { Running } from '../running/step.ts'
import { beginFlow, contextOf } from '../running/step.ts'
import type { Speaking } from '../speaker/speaking.ts'
import { message } from './message.ts'
import { withNames } from './named.ts'

/** The item whose thread this is. */
const itemOf = async (
  { threads }: Running['store'],
  { thread, ...place }: Place,
): Promise<string | undefined> =>
  thread === undefined ? undefined : (await threads.find({ ...place, message: thread }))?.item

/** What the words come to now that the button stands for, when whoever presses it said them. */
const typedBefore = async (
  { press: { typed }, who }: Extract<Inbound, { kind: 'press' }>,
  speaking: Speaking,
  running: Parameters<typeof message>[0],
): Promise<Step | undefined> => {
  const said = typed === undefined ? undefined : await running.store.inbox.sent(typed, who)
  if (said?.kind !== 'message' && said?.kind !== 'command') return undefined
  const words = withNames(said, speaking)
  return message(running, { addressed: true, ...words }, speaking)
}

/**
 * A pressed button or a form that came back. It carries identity only: the person comes from the platform, the ticket is
 * read again in their scope, and whether they may is decided now, whatever the card once showed (T47, T55).
 */
export const press = async (
  running: Running & { readonly flows: readonly Flow[] },
  inbound: Extract<Inbound, { kind: 'press' | 'submit' }>,
  speaking: Speaking,
): Promise<Step> => {
  const { store, kinds, flows, now } = running
  const pressed = inbound.kind === 'press' ? inbound.press : inbound.form
  const name = presentName(pressed.flow)
  const flow = flows.find((one) => one.name === name)
  if (flow === undefined) return { kind: 'refuse', saying: texts(speaking.language).app.unknownAction }
  const { seen, choice } = pressed
  const draft = inbound.kind === 'press' ? inbound.words : undefined
  const item = pressed.item ?? (draft === undefined ? undefined : await itemOf(store, inbound.place))
  const context = await contextOf(kinds, store.as(speaking.reader), speaking, now(), {
    place: inbound.place,
    words: '',
    ...(draft === undefined ? {} : { draft }),
    ...(item === undefined ? {} : { item }),
    ...(seen === undefined ? {} : { seen }),
    ...(choice === undefined ? {} : { choice }),
  })
  const typed = inbound.kind === 'press' ? await typedBefore(inbound, speaking, running) : undefined
  if (typed?.kind === 'ask' && typed.form.flow === name) return typed
  const { submit } = flow
  const submitted = inbound.kind === 'submit' && submit !== undefined ? inbound.values : undefined
  const opened =
    submitted === undefined
      ? flow
      : { ...flow, begin: () => submit?.(context, submitted) ?? flow.begin(context) }
  return beginFlow(opened, context, { named: item !== undefined })
}
