import { type Card, card } from '../chat/card.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Language } from '../domain/people/sides.ts'
import { moment } from '../text/format.ts'
import { texts } from '../text/texts.ts'

/** What of one supplier's is not as it was any more, after an older backup was put back. `until`: as far as that is known. */
export type Restored = {
  readonly from: Instant
  readonly until?: Instant
  readonly back: readonly string[]
  readonly gone: readonly string[]
  /** People, rooms or agreements were among it. */
  readonly directory: boolean
  /** So many notices are not sent, for they may have been sent before. */
  readonly unsent: number
}

/** So many tickets are named. */
const most = 50

/** What an administrator reads of it: from when to when, which tickets, what may come twice, what to do (T27). */
export const restoredCard = (
  { from, until, back, gone, directory, unsent }: Restored,
  { language, zone, now }: { readonly language: Language; readonly zone: string; readonly now: Instant },
): Card => {
  const t = texts(language)
  const { restored } = t.app
  const at = (instant: Instant): string => moment(instant, { language, zone, zoned: true, now })
  const names = (tickets: readonly string[]): string =>
    tickets.length > most
      ? restored.andMore(t.common.list(tickets.slice(0, most)), tickets.length - most)
      : t.common.list(tickets)
  const saying = until === undefined ? restored.since(at(from)) : restored.between(at(from), at(until))
  const sayings = [
    saying,
    back.length > 0 ? restored.back(names(back)) : '',
    gone.length > 0 ? restored.gone(names(gone)) : '',
    until === undefined ? restored.unknown : '',
    directory ? restored.directory : '',
    restored.again,
    unsent > 0 ? restored.unsent(unsent) : '',
    restored.next,
  ]
  return card({
    tone: 'warning',
    summary: saying,
    title: restored.title,
    blocks: sayings.filter((text) => text !== '').map((text) => ({ type: 'text', text })),
  })
}
