import type { Reading } from '../chat/reading.ts'
import type { Person } from '../domain/people/directory.ts'
import { titleOf } from '../domain/ticket/decide/report.ts'
import { askedNow, isPersonInCharge, mayConsent, mayLower } from '../domain/ticket/permission.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { ButtonName } from './buttons.ts'
import { speak } from './reading.ts'

type ToDo = { readonly text: string; readonly act: ButtonName }

/** What this very person is asked for on a ticket; an agreement is given where the whole ticket is read, not here. */
export const ticketToDo = (ticket: Ticket, person: Person, reading: Reading): readonly ToDo[] => {
  const { directory } = reading
  const { t } = speak(reading)
  const words = t.home.toDo
  const { status, resolution, ask, downgrade, merging, escalations } = ticket
  const found: ToDo[] = []
  if (status === 'resolved' && resolution?.consent === undefined && mayConsent(directory, ticket, person))
    found.push({ text: words.consent, act: 'status' })
  if (ask !== undefined && askedNow(directory, ticket).includes(person.id))
    found.push(
      ask.kind === 'approval'
        ? { text: words.approval(titleOf(ask.text)), act: 'status' }
        : { text: words.answer(titleOf(ask.text)), act: 'answer' },
    )
  if (downgrade !== undefined && mayLower(directory, ticket, person, downgrade.priority))
    found.push({
      text:
        downgrade.work === undefined
          ? words.downgrade(t.ticket.priorities[downgrade.priority])
          : words.otherWork(t.ticket.asWork[downgrade.work]),
      act: 'status',
    })
  if (merging !== undefined && mayConsent(directory, ticket, person))
    found.push({ text: words.merge(merging.master), act: 'status' })
  if (escalations.some(({ waitingFor }) => waitingFor.includes(person.id)))
    found.push({ text: words.acknowledgement, act: 'acknowledge_escalation' })
  if (
    status === 'resolved' &&
    resolution?.consent !== undefined &&
    isPersonInCharge(directory, ticket, person)
  )
    found.push({ text: words.confirmation, act: 'status' })
  return found
}
