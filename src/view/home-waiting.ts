import type { Button } from '../chat/card.ts'
import type { Row } from '../domain/item/reading.ts'
import type { Person } from '../domain/people/directory.ts'
import { titleOf } from '../domain/ticket/decide/report.ts'
import { askedNow, isPersonInCharge, mayConsent } from '../domain/ticket/permission.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ButtonName, button } from './buttons.ts'
import { type Reading, type Speech, speak } from './reading.ts'

type ToDo = { readonly text: string; readonly act: ButtonName }

/** What this very person is asked for on a ticket; an agreement is given where the whole ticket is read, not here. */
const toDo = (
  ticket: Ticket,
  person: Person,
  { directory }: Reading,
  { t }: Pick<Speech, 't'>,
): readonly ToDo[] => {
  const words = t.home.toDo
  const { status, resolution, ask, downgrade, escalations } = ticket
  const found: ToDo[] = []
  if (status === 'resolved' && resolution?.consent === undefined && mayConsent(directory, ticket, person))
    found.push({ text: words.consent, act: 'status' })
  if (ask !== undefined && askedNow(directory, ticket).includes(person.id))
    found.push(
      ask.kind === 'approval'
        ? { text: words.approval(titleOf(ask.text)), act: 'status' }
        : { text: words.answer(titleOf(ask.text)), act: 'answer' },
    )
  if (downgrade !== undefined && mayConsent(directory, ticket, person))
    found.push({ text: words.downgrade(t.ticket.priorities[downgrade.priority]), act: 'status' })
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

/** A ticket that waits for this person: what they are to do, and the button that does it or shows where it is done. */
export const waitingRow = (
  row: Row,
  person: Person,
  reading: Reading,
): { readonly cells: readonly string[]; readonly button: Button } | undefined => {
  // A row's state is the ticket its projection was made from.
  const ticket = row.state as Ticket
  const speech = speak(reading, ticket)
  const found = toDo(ticket, person, reading, speech)
  const [only] = found
  if (only === undefined) return undefined
  const text = speech.t.common.sentences(found.map((one) => one.text))
  return {
    cells: [row.id, ticket.title, text],
    button: button(speech, { item: row.id, seen: row.seq }, found.length === 1 ? only.act : 'status'),
  }
}
