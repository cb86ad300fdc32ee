import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { begins, closedStory, directory, reported, resolvedStory } from './fixtures.ts'

type Story = ReturnType<typeof reported>

const taken = () => reported().does('li', { do: 'ticket.claim' })
const approval = () =>
  taken().does('li', { do: 'ticket.ask', ask: 'approval', text: 'A new disk?', of: 'sun' })
const proposed = () =>
  taken().does('li', { do: 'ticket.assess', urgency: 'low', impact: 'low', reason: 'a second line is up' })
const agreed = () => resolvedStory().does('zhao', { do: 'ticket.confirm_solution' })
const escalated = () => taken().does('zhao', { do: 'ticket.escalate', reason: 'payroll stands still' })

const sorted = (...works: readonly ('incident' | 'service_request')[]) =>
  works.reduce(
    (story, work) => story.does('zhao', { do: 'ticket.change_work', work, reason: 'it is' }),
    taken(),
  )

const stories: readonly (() => Story)[] = [
  ...[reported, taken, approval, proposed, resolvedStory, agreed, closedStory, escalated],
  () => reported().does('zhao', { do: 'ticket.cancel', reason: 'found it' }),
]

/** What each act that a press alone orders is taken back by. */
const takenBack: { readonly [act: string]: () => Story } = {
  claim: () => taken().does('li', { do: 'ticket.reassign', to: 'wang', reason: { internal: 'away' } }),
  agree_downgrade: () =>
    proposed()
      .does('zhao', { do: 'ticket.agree_downgrade' })
      .does('zhao', { do: 'ticket.assess', urgency: 'high', impact: 'high', reason: 'it is not up' }),
  confirm_solution: () => agreed().does('zhao', { do: 'ticket.reject_solution', reason: 'it is back' }),
  close: () => closedStory().does('chen', { do: 'ticket.reopen', reason: 'it is back' }),
  rate: () =>
    closedStory().does('zhao', { do: 'ticket.rate', score: 5 }).does('zhao', { do: 'ticket.rate', score: 3 }),
  as_request: () => sorted('service_request', 'incident'),
  as_incident: () => sorted('service_request', 'incident', 'service_request'),
  // It ends nothing: whoever said that they know of it is only asked no more.
  acknowledge_escalation: () => escalated().does('chen', { do: 'ticket.acknowledge_escalation' }),
}

describe('what a press alone orders', () => {
  it('can be taken back, each of it, by who did it; all else is asked once more or for words', () => {
    const ordered = new Set<string>()
    for (const { name, may } of flows.filter(({ about }) => about === 'ticket'))
      for (const given of stories.map((story) => story()))
        for (const { id } of Object.values(directory.people).filter((one) => may(one, given.ticket)))
          for (const about of [{}, ...['approved', 'refused', '5', 'listed'].map((choice) => ({ choice }))]) {
            const step = begins(name, id, given, about)
            if (step.kind === 'order' && step.orders.length > 0) ordered.add(name)
          }
    expect([...ordered].toSorted()).toEqual(Object.keys(takenBack).toSorted())
    for (const back of Object.values(takenBack)) back()
  })

  it('is no approval, typed with words or without: it is shown once more', () => {
    for (const words of ['', 'up to 500 euros'])
      expect(begins('approve', 'sun', approval(), { words }).kind, words).toBe('ask')
    expect(begins('approve', 'sun', approval(), { words: 'up to 500 euros' })).toMatchObject({
      form: { fields: [{ initial: 'approved' }, { initial: 'up to 500 euros' }] },
    })
  })
})
