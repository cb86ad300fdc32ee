import { useEffect } from 'preact/hooks'
import { markRead } from '../state/inbox.ts'
import { looking } from '../state/looking.ts'
import type { Spot } from '../wire.ts'

/** While the page is in front, what is shown here counts as read by this person. */
export const useReading = (
  person: string,
  { conversation, thread }: Spot,
  last: string | undefined,
): void => {
  const isLooking = looking.value
  useEffect(() => {
    if (!isLooking || last === undefined) return
    void markRead(person, { conversation, ...(thread === undefined ? {} : { thread }) }, last)
  }, [isLooking, person, conversation, thread, last])
}
