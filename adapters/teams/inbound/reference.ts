import type { Instant } from '../../../src/domain/calendar/calendar.ts'
import type { Heard } from './heard.ts'
import type { Turn } from './turn.ts'

const isAddress = (text: string): boolean =>
  text.length <= 1000 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/**
 * The conversation an activity came from, to be remembered. A message action can be called where the bot is not let in: that
 * it is not is told when something is sent there, and without the address nothing could be sent anywhere in a tenant that
 * was never heard from. No personal conversation is taken from one. Whether the address may be called is decided where
 * activities are authenticated (T39).
 */
export const referenceOf = ({ activity, where, who }: Turn, seenAt: Instant): Pick<Heard, 'from'> => {
  const { serviceUrl, name } = activity
  const { team, conversation, kind } = where
  if (!serviceUrl || !isAddress(serviceUrl)) return {}
  if (kind === 'personal' && name?.startsWith('composeExtension/')) return {}
  const user = kind === 'personal' && who !== undefined ? { user: who.user } : {}
  return { from: { team, conversation, kind, ...user, serviceUrl, seenAt } }
}
