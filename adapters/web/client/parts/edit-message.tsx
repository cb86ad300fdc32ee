import { useState } from 'preact/hooks'
import type { ChatMessage } from '../../../../src/chat/chat-log.ts'
import { change } from '../state/acts.ts'
import type { Desk } from '../state/desk.ts'
import { textsOf } from '../state/replies.ts'

type Props = { desk: Desk; message: ChatMessage; text: string; onEnd: () => void }

/** Changes the words of one's own message in place. Enter saves, Escape leaves them. */
export const EditMessage = ({ desk, message, text, onEnd }: Props) => {
  const words = textsOf(desk.person)
  const [draft, setDraft] = useState(text)
  const save = async () => {
    if (draft.trim() === '') return
    if (draft === text || (await change(desk, message, draft))) onEnd()
  }
  return (
    <div class="edit">
      <textarea
        ref={(area) => area?.focus()}
        aria-label={words.edit}
        value={draft}
        rows={1}
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return
          if (event.key === 'Escape') {
            event.stopPropagation()
            onEnd()
          }
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            void save()
          }
        }}
      />
      <div class="row">
        <button type="button" class="primary" onClick={save}>
          {words.save}
        </button>
        <button type="button" onClick={onEnd}>
          {words.cancel}
        </button>
      </div>
    </div>
  )
}
