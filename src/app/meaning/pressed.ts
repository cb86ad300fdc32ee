import { isOpen } from '../../domain/ticket/clocks.ts'
import { deadlineSaid } from '../../domain/words/senses/deadline-said.ts'
import { hurrySaid, namedInHaste } from '../../domain/words/senses/hurry-said.ts'
import type { Heard } from './heard.ts'
import { concerning, type Near, wordsOfTicket } from './tickets-near.ts'

/**
 * What somebody presses for outside of every thread: haste, or somebody above. `near`: the tickets it may be of, those alone that it
 * names, if any. `names`: they said something besides, so it may be new after all.
 */
export type Pressed = {
  readonly wants: 'haste' | 'deadline' | 'escalate'
  readonly near: readonly Near[]
  readonly names: boolean
}

const wantsOf = (text: string, own = ''): Pressed['wants'] | undefined =>
  hurrySaid(text, own) ??
  (deadlineSaid(text) && namedInHaste(text, own).others === 0 ? 'deadline' : undefined)

/** Words that press, `please hurry`, `快点修打印机`, `I need it by tomorrow`, with the open tickets they may be of. */
export const pressedOutside = async (heard: Heard): Promise<Pressed | undefined> => {
  const { text } = heard
  const wants = wantsOf(text)
  const open = (await concerning(heard)).filter(({ ticket }) => isOpen(ticket))
  const named = open.filter(({ ticket }) => {
    const own = wordsOfTicket(ticket)
    const { found, others } = namedInHaste(text, own)
    return found > others && (wants ?? wantsOf(text, own)) !== undefined
  })
  const [first] = named
  const found = wants ?? (first && wantsOf(text, wordsOfTicket(first.ticket)))
  const names = namedInHaste(text).others > 0
  return found && { wants: found, near: first === undefined ? open : named, names }
}
