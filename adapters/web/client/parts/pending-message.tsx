import type { WebPerson } from '../../who.ts'
import { discard, sayAgain } from '../state/outbox.ts'
import type { Pending } from '../state/pending.ts'
import { sentenceOf, textsOf } from '../state/replies.ts'
import { Avatar } from './avatar.tsx'
import { Files } from './files.tsx'
import { Words } from './words.tsx'

/** Words on their way, or not arrived with the reason and a way to try again. */
export const PendingMessage = ({ person, pending }: { person: WebPerson; pending: Pending }) => {
  const words = textsOf(person.id)
  return (
    <li class="message pending" data-own>
      <Avatar person={person} />
      <p class="by">
        <b>{person.name}</b>
        {pending.state === 'sending' && <span role="status">{words.sending}</span>}
      </p>
      <div class="said">
        {pending.text !== '' && <Words text={pending.text} />}
        {pending.files.length > 0 && <Files files={pending.files} person={person.id} />}
        {pending.state === 'failed' && (
          <div class="failed" role="alert">
            <p>
              {words.notSent} {sentenceOf(person.id, pending.why ?? 'other')}
            </p>
            <div class="row">
              <button type="button" onClick={() => sayAgain(pending)}>
                {words.tryAgain}
              </button>
              <button type="button" onClick={() => discard(pending)}>
                {words.discard}
              </button>
            </div>
          </div>
        )}
      </div>
    </li>
  )
}
