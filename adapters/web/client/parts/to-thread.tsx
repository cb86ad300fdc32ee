import type { ShownCard } from '../../../../src/chat/chat-log.ts'
import type { Desk } from '../state/desk.ts'
import { inboxOf } from '../state/inbox.ts'
import { textsOf } from '../state/replies.ts'
import { ReplyArrow } from './icons.tsx'

/** The way from what one person is told to the thread where it is talked about; only where they are in that room. */
export const ToThread = ({ desk, card: { thread } }: { desk: Desk; card: ShownCard }) => {
  const room = inboxOf(desk.person).value?.conversations.find(
    ({ conversation }) => conversation === thread?.conversation,
  )
  if (thread === undefined || room === undefined) return null
  const go = () => {
    desk.conversation.value = thread.conversation
    desk.thread.value = thread.message
  }
  return (
    <button type="button" class="to-thread" onClick={go}>
      <ReplyArrow />
      {textsOf(desk.person).inThread(room.name)}
    </button>
  )
}
