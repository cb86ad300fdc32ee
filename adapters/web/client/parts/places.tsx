import { type Desk, openConversation, shownOn } from '../state/desk.ts'
import { unreadIn, waits } from '../state/inbox.ts'
import { personOf } from '../state/people.ts'
import { textsOf } from '../state/replies.ts'
import type { Inbox } from '../wire.ts'
import { Badge } from './badge.tsx'

/** The conversations a person is in, with what is unread; what waits for them stands at their own with the bot. */
export const Places = ({ desk, inbox }: { desk: Desk; inbox: Inbox }) => {
  const words = textsOf(desk.person)
  return (
    <nav class="places" aria-label={words.conversations(personOf(desk.person)?.name ?? desk.person)}>
      {inbox.conversations.map(({ conversation, kind, name }) => {
        const unread = unreadIn(inbox, conversation, shownOn(desk))
        return (
          <button
            key={conversation}
            type="button"
            title={name}
            aria-current={desk.conversation.value === conversation ? 'page' : undefined}
            onClick={() => openConversation(desk, conversation)}
          >
            {kind !== 'direct' && <span aria-hidden="true">#</span>}
            <span class="name">{name}</span>
            <Badge
              waits={kind === 'direct' ? waits.value[desk.person] : undefined}
              unread={unread}
              words={words}
            />
          </button>
        )
      })}
    </nav>
  )
}
