import { useEffect } from 'preact/hooks'
import type { WebPerson } from '../../who.ts'
import type { Desk } from '../state/desk.ts'
import { load, shelfOf } from '../state/shelf.ts'
import type { Conversation as Here } from '../wire.ts'
import { Composer } from './composer.tsx'
import { Guide } from './guide.tsx'
import { MessageList } from './message-list.tsx'

type Props = { desk: Desk; person: WebPerson; here: Here }

/** A conversation: what was said, and the place to say more. */
export const Conversation = ({ desk, person, here }: Props) => {
  const spot = { conversation: here.conversation }
  const { state, messages } = shelfOf(spot).value
  useEffect(() => {
    if (state === 'empty') void load(person.id, { conversation: here.conversation }, 'newest')
  }, [state, here.conversation, person.id])
  const isEmpty = state === 'loaded' && messages.length === 0
  return (
    <div class="conversation">
      <MessageList desk={desk} person={person} here={here} spot={spot}>
        {isEmpty && <Guide person={person} here={here} />}
      </MessageList>
      <Composer desk={desk} person={person} here={here} spot={spot} />
    </div>
  )
}
