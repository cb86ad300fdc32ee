import type { Tag } from '../chat/card.ts'
import type { Priority } from '../domain/agreement/matrix.ts'
import type { Speech } from './reading.ts'

const colours: { readonly [priority in Priority]: Tag['colour'] } = {
  P1: 'red',
  P2: 'orange',
  P3: 'yellow',
  P4: 'grey',
}

/** A priority, by its colour and its word. */
export const priorityTag = ({ t }: Pick<Speech, 't'>, priority: Priority): Tag => ({
  colour: colours[priority],
  label: t.ticket.priorities[priority],
})
