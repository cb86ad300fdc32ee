import type { ChatMessage } from '../../../../src/chat/chat-log.ts'
import type { WebPerson } from '../../who.ts'
import type { Desk } from '../state/desk.ts'
import { inboxOf, markOf } from '../state/inbox.ts'
import { personOf } from '../state/people.ts'
import { textsOf } from '../state/replies.ts'
import { Stamp } from './stamp.tsx'

type Props = { desk: Desk; person: WebPerson; message: ChatMessage }

/** The thread under a message in one line: how many replies, the last one, and whether it is unread. */
export const ThreadLine = ({ desk, person, message: { id, conversation, replies } }: Props) => {
  const words = textsOf(person.id)
  if (!replies) return null
  const { count, lastAt, lastAuthor, lastWords } = replies
  const unread = markOf(inboxOf(person.id).value, { conversation, thread: id })?.count ?? 0
  const isOpen = desk.thread.value === id
  return (
    <button
      type="button"
      class="thread-line"
      data-unread={unread > 0 && !isOpen}
      aria-expanded={isOpen}
      onClick={() => (desk.thread.value = id)}
    >
      <b>{words.replies(count)}</b>
      <span class="last">
        {lastAuthor === undefined ? words.bot : (personOf(lastAuthor)?.name ?? lastAuthor)}
        {': '}
        <bdi>{lastWords}</bdi>
      </span>
      <Stamp at={lastAt} reader={person} dated />
      {unread > 0 && !isOpen && <span class="hidden">{words.unread(unread)}</span>}
    </button>
  )
}
