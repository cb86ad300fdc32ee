import { describe, expect, it } from 'vitest'
import { nextStep } from '../../../adapters/web/client/next-step.ts'
import type { WebPerson } from '../../../adapters/web/who.ts'
import { card } from '../../../src/chat/card.ts'
import type { ChatMessage, Content } from '../../../src/chat/chat-log.ts'

const person = (side: WebPerson['side'], role: string): WebPerson => ({
  ...{ id: 'me', name: 'Me', org: 'Org', side, role, roles: [role], language: 'en', zone: 'UTC' },
})
const message = (content: Content, id = '1'): ChatMessage => ({
  ...{ id, changed: 1, key: id, conversation: 'direct:me', at: 1, edits: 0, content },
})
const said = message({ kind: 'said', author: 'me', text: 'down' })
const offers = (...flows: readonly string[]) =>
  message({
    kind: 'posted',
    card: card({
      summary: 's',
      buttons: flows.map((flow) => ({ label: `do ${flow}`, press: { flow }, style: 'normal' as const })),
    }),
    language: 'en',
    zone: 'UTC',
  })

describe('what the page says to do next', () => {
  const [customer, engineer, manager] = [
    person('customer', 'reporter'),
    person('supplier', 'engineer'),
    person('supplier', 'project_manager'),
  ]

  it('is the next button on a ticket’s way, as it is called on the card', () => {
    expect(nextStep(engineer, [offers('claim', 'history')])).toEqual({
      kind: 'press',
      flow: 'claim',
      label: 'do claim',
    })
    expect(nextStep(engineer, [offers('claim'), offers('ask', 'resolve')])).toMatchObject({ flow: 'resolve' })
    expect(nextStep(customer, [said, offers('confirm_solution', 'reject_solution')])).toMatchObject({
      flow: 'confirm_solution',
    })
    expect(nextStep(manager, [offers('close')])).toMatchObject({ flow: 'close' })
  })

  it('is somebody else’s where who leads could do it too', () => {
    expect(nextStep(manager, [offers('claim')])).toEqual({ kind: 'taking', label: 'do claim' })
    expect(nextStep(manager, [offers('claim'), offers('close')])).toMatchObject({ flow: 'close' })
  })

  it('is what an alarm asks of them, and not what others solve', () => {
    const alarmed = offers('acknowledge_escalation', 'ask', 'resolve')
    for (const somebody of [engineer, manager])
      expect(nextStep(somebody, [alarmed])).toMatchObject({ flow: 'acknowledge_escalation' })
    expect(nextStep(manager, [offers('ask', 'resolve')])).toBeUndefined()
  })

  it('is the customer’s while they are asked, and a verdict is never suggested', () => {
    expect(nextStep(engineer, [offers('update', 'resolve')])).toBeUndefined()
    expect(nextStep(customer, [said, offers('answer')])).toMatchObject({ flow: 'answer' })
    const verdict = {
      label: 'Approve',
      press: { flow: 'answer', choice: 'approved' },
      style: 'primary',
    } as const
    const asked = message({
      ...{ kind: 'posted', language: 'en', zone: 'UTC' },
      card: card({ summary: 's', buttons: [verdict] }),
    })
    expect(nextStep(customer, [asked])).toBeUndefined()
  })

  it('is where it goes on while there is nothing to press', () => {
    expect(nextStep(customer, [said])).toEqual({ kind: 'reported' })
  })

  it('is nothing for whoever has not begun, which the empty chat says, or knows their way', () => {
    for (const somebody of [customer, engineer, manager]) expect(nextStep(somebody, [])).toBeUndefined()
    expect(nextStep(manager, [offers('history')])).toBeUndefined()
    expect(
      nextStep(
        engineer,
        Array.from({ length: 9 }, () => offers('claim')),
      ),
    ).toBeUndefined()
  })
})
