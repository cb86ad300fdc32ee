import type { WebPerson } from '../../who.ts'
import { type NextStep, nextStep } from '../next-step.ts'
import type { Desk } from '../state/desk.ts'
import { waits } from '../state/inbox.ts'
import { visible } from '../state/panes.ts'
import { people, personOf } from '../state/people.ts'
import { textsOf } from '../state/replies.ts'
import { shelfOf } from '../state/shelf.ts'

type Props = { desk: Desk; person: WebPerson }

/** One quiet line that says what to press next, or where it goes on. It goes by itself when that is done. */
export const NextStepLine = ({ desk, person }: Props) => {
  const conversation = `direct:${person.id}`
  if (desk.conversation.value !== conversation) return null
  const thread = desk.thread.value
  const { state, messages } = shelfOf({ conversation }).value
  const replies = thread === undefined ? [] : shelfOf({ conversation, thread }).value.messages
  const step = state === 'loaded' ? nextStep(person, [...messages, ...replies]) : undefined
  return step ? <p class="next-step">{sentenceOf(step, person)}</p> : null
}

const sentenceOf = (step: NextStep, person: WebPerson): string => {
  const { next } = textsOf(person.id)
  if (step.kind === 'press') return next[step.flow](step.label)
  if (step.kind === 'taking') {
    const [engineer, ...more] = people.value.filter(
      ({ id, roles }) => roles.includes('engineer') && (waits.value[id] ?? 0) > 0,
    )
    return next.taking(step.label, more.length === 0 ? engineer?.name : undefined)
  }
  const others = visible.value.map(personOf).filter((other) => other?.id !== person.id)
  return next.reported(others.find((other) => other?.roles.includes('engineer'))?.name)
}
