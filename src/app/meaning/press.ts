import type { Flow, Step } from '../../chat/flow.ts'
import { presentName } from '../../chat/former-names.ts'
import type { Inbound, Place } from '../../chat/inbound.ts'
import { openFlow } from '../../chat/opener.ts'
import { texts } from '../../text/texts.ts'
import type { Running } from '../running/step.ts'
import { beginFlow, contextOf } from '../running/step.ts'
import type { Speaking } from '../speaker/speaking.ts'
import { isOfTicket, type Words } from './heard.ts'
import { inThread } from './in-thread.ts'
import { message } from './message.ts'
import { withNames } from './named.ts'

/** The item whose thread this is. */
const itemOf = async (
  { threads }: Running['store'],
  { thread, ...place }: Place,
): Promise<string | undefined> =>
  thread === undefined ? undefined : (await threads.find({ ...place, message: thread }))?.item

type Pressed = Extract<Inbound, { kind: 'press' }>

/** The words that the button stands for, when whoever presses it said them. */
const typedBefore = async (
  { press: { typed }, who }: Pressed,
  speaking: Speaking,
  { store }: Running,
): Promise<Words | undefined> => {
  const said = typed === undefined ? undefined : await store.inbox.sent(typed, who)
  return said?.kind === 'message' || said?.kind === 'command'
    ? { addressed: true, ...withNames(said, speaking) }
    : undefined
}

/** What a form begins with that is opened by a button under words: those words, where they are no command themselves. */
const draftOf = (flows: readonly Flow[], words: Words, { person }: Speaking): string | undefined =>
  openFlow(flows, words.text, { person, keys: [], inThread: true }) === undefined ? words.text : undefined

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
  const typed = inbound.kind === 'press' ? await typedBefore(inbound, speaking, running) : undefined
  const again = typed === undefined ? undefined : await message(running, typed, speaking)
  if (again?.kind === 'ask' && again.form.flow === name) return again
  const pointedAt = inbound.kind === 'press' ? inbound.words : undefined
  const draft = pointedAt ?? (typed && draftOf(flows, typed, speaking))
  const item = pressed.item ?? (pointedAt === undefined ? undefined : await itemOf(store, inbound.place))
  const context = await contextOf(kinds, store.as(speaking.reader), speaking, now(), {
    place: inbound.place,
    words: '',
    ...(draft === undefined ? {} : { draft }),
    ...(item === undefined ? {} : { item }),
    ...(seen === undefined ? {} : { seen }),
    ...(choice === undefined ? {} : { choice }),
  })
  if (name === 'add_message' && draft !== undefined && isOfTicket(context))
    return inThread(flows, draft, { context, internal: false, addressed: true })
  const { submit } = flow
  const submitted = inbound.kind === 'submit' && submit !== undefined ? inbound.values : undefined
  const opened =
    submitted === undefined
      ? flow
      : { ...flow, begin: () => submit?.(context, submitted) ?? flow.begin(context) }
  return beginFlow(opened, context, { named: item !== undefined })
}
