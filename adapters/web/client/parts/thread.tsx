import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { WebPerson } from '../../who.ts'
import type { Desk } from '../state/desk.ts'
import { textsOf } from '../state/replies.ts'
import { load, rootOf, shelfOf } from '../state/shelf.ts'
import type { Conversation } from '../wire.ts'
import { Composer } from './composer.tsx'
import { focusComposer } from './composer-focus.ts'
import { Back } from './icons.tsx'
import { leaveThread } from './leave.ts'
import { Message } from './message.tsx'
import { MessageList } from './message-list.tsx'

type Props = { desk: Desk; person: WebPerson; here: Conversation; thread: string }

/** The thread under a message: the message, the replies, and the place for another. Escape goes back. */
export const Thread = ({ desk, person, here, thread }: Props) => {
  const words = textsOf(person.id)
  const spot = { conversation: here.conversation, thread }
  const { state, messages } = shelfOf(spot).value
  const root = rootOf(thread).value
  useEffect(() => {
    if (state === 'empty') void load(person.id, { conversation: here.conversation, thread }, 'newest')
  }, [state, person.id, here.conversation, thread])
  // Before the next key can come: what is typed after the one that opened it belongs here.
  useLayoutEffect(() => {
    focusComposer(person.id, { conversation: here.conversation, thread })
  }, [person.id, here.conversation, thread])
  return (
    <section class="thread" aria-label={words.threadOf(person.name)}>
      <header>
        <button
          type="button"
          class="icon"
          aria-label={words.threadBack}
          title={words.threadBack}
          onClick={() => leaveThread(desk)}
        >
          <Back />
        </button>
        <h2>{words.thread}</h2>
        <small>{here.name}</small>
      </header>
      <MessageList desk={desk} person={person} here={here} spot={spot}>
        {root && (
          <ol class="root">
            <Message desk={desk} person={person} message={root} follows={false} inThread isRoot />
          </ol>
        )}
        {state === 'loaded' && messages.length === 0 && <p class="none">{words.noReplies}</p>}
      </MessageList>
      <Composer desk={desk} person={person} here={here} spot={spot} />
    </section>
  )
}
