import { useState } from 'preact/hooks'
import type { ChatMessage } from '../../../../src/chat/chat-log.ts'
import { change } from '../state/acts.ts'
import type { Desk } from '../state/desk.ts'
import { textsOf } from '../state/replies.ts'
import { Bin, Pencil, ReplyArrow } from './icons.tsx'

type Props = { desk: Desk; message: ChatMessage; own: boolean; canReply: boolean; onEdit: () => void }

/** What can be done with a message: reply in its thread; one's own can be changed and taken back. */
export const MessageTools = ({ desk, message, own, canReply, onEdit }: Props) => {
  const words = textsOf(desk.person)
  const [sure, setSure] = useState(false)
  if (!own && !canReply) return null
  if (sure)
    return (
      <div class="tools asking">
        <button type="button" class="danger" onClick={() => change(desk, message)}>
          {words.eraseSure}
        </button>
        <button type="button" onClick={() => setSure(false)}>
          {words.cancel}
        </button>
      </div>
    )
  return (
    <div class="tools">
      {canReply && (
        <Tool label={words.replyInThread} onClick={() => (desk.thread.value = message.id)}>
          <ReplyArrow />
        </Tool>
      )}
      {own && (
        <>
          <Tool label={words.edit} onClick={onEdit}>
            <Pencil />
          </Tool>
          <Tool label={words.erase} onClick={() => setSure(true)}>
            <Bin />
          </Tool>
        </>
      )}
    </div>
  )
}

const Tool = ({
  label,
  onClick,
  children,
}: {
  label: string
  onClick: () => void
  children: preact.ComponentChild
}) => (
  <button type="button" class="icon" aria-label={label} title={label} onClick={onClick}>
    {children}
  </button>
)
