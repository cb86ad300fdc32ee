import type { Flow } from '../chat/flow.ts'
import type { Inbound } from '../chat/inbound.ts'
import type { Reply } from '../chat/reply.ts'
import { texts } from '../text/texts.ts'
import type { Speaking } from './speaking.ts'
import type { Running } from './step.ts'
import { beginFlow, contextOf, runStep } from './step.ts'

/**
 * A pressed button or a form that came back. It carries identity only: the person comes from the platform, the ticket is
 * read again in their scope, and whether they may is decided now, whatever the card once showed (T47, T55).
 */
export const press = async (
  running: Running & { readonly flows: readonly Flow[] },
  inbound: Extract<Inbound, { kind: 'press' | 'submit' }>,
  speaking: Speaking,
  inbox: string,
): Promise<Reply> => {
  const { store, flows, now } = running
  const asked = { speaking, inbox, waits: true } as const
  const pressed = inbound.kind === 'press' ? inbound.press : inbound.form
  const flow = flows.find(({ name }) => name === pressed.flow)
  if (flow === undefined)
    return runStep(running, { kind: 'refuse', saying: texts(speaking.language).app.unknownAction }, asked)
  const { item, seen, choice } = pressed
  const context = await contextOf(store.as(speaking.reader), speaking, now(), {
    place: inbound.place,
    words: '',
    ...(item === undefined ? {} : { item }),
    ...(seen === undefined ? {} : { seen }),
    ...(choice === undefined ? {} : { choice }),
  })
  const { submit } = flow
  const submitted = inbound.kind === 'submit' && submit !== undefined ? inbound.values : undefined
  const opened =
    submitted === undefined
      ? flow
      : { ...flow, begin: () => submit?.(context, submitted) ?? flow.begin(context) }
  return runStep(running, beginFlow(opened, context, { named: item !== undefined }), asked)
}
