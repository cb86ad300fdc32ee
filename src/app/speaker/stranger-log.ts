import type { Inbound } from '../../chat/inbound.ts'
import type { Instant } from '../../domain/calendar/calendar.ts'
import type { Log } from '../../process/log.ts'
import type { Stranger } from './speaking.ts'

/** More conversations than these in a day are not remembered; those first heard are forgotten first. */
const most = 1_000

/**
 * Says in the log that somebody was heard whom the bot does not know there: once for each conversation and day, for people
 * may talk in a channel that nobody linked for as long as they like.
 */
export const createStrangerLog = ({ log, now }: { readonly log: Log; readonly now: () => Instant }) => {
  const told = new Set<string>()
  let today = ''
  return ({ who, place: { platform, team, conversation } }: Inbound, why: Stranger): void => {
    const day = new Date(now()).toISOString().slice(0, 10)
    if (day !== today) told.clear()
    today = day
    const key = `${platform} ${team} ${conversation} ${why}`
    if (told.has(key)) return
    const [oldest] = told.size >= most ? told : []
    if (oldest !== undefined) told.delete(oldest)
    told.add(key)
    log.warn('a stranger was heard', { who, conversation, why })
  }
}
