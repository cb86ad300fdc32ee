import { useState } from 'preact/hooks'
import type { ChatMessage } from '../../../../src/chat/chat-log.ts'
import type { WebPerson } from '../../who.ts'
import type { Desk } from '../state/desk.ts'
import { personOf } from '../state/people.ts'
import { textsOf } from '../state/replies.ts'
import { fullTime } from '../time.ts'
import { Avatar } from './avatar.tsx'
import { CardView } from './card.tsx'
import { EditMessage } from './edit-message.tsx'
import { Files } from './files.tsx'
import { MessageTools } from './message-tools.tsx'
import { Stamp } from './stamp.tsx'
import { ThreadLine } from './thread-line.tsx'
import { ToThread } from './to-thread.tsx'
import { Words } from './words.tsx'

type Props = {
  desk: Desk
  person: WebPerson
  message: ChatMessage
  follows: boolean
  inThread: boolean
  /** The message a thread hangs on, at its head. */
  isRoot?: boolean
}

/** Where nothing hovers, what can be done with a message is there always; else once one comes near, so that a long list stays light. */
const alwaysNear = matchMedia('(hover: none)').matches

/** A message: who, when, what, and what can be done with it. */
export const Message = ({ desk, person, message, follows, inThread, isRoot = false }: Props) => {
  const [editing, setEditing] = useState(false)
  const [near, setNear] = useState(alwaysNear)
  const come = () => setNear(true)
  const { content } = message
  const isOwn = content.kind === 'said' && content.author === person.id
  const isGone = message.deletedAt !== undefined
  return (
    <li
      class="message"
      data-own={isOwn}
      data-follows={follows}
      data-message={message.id}
      data-card={message.id}
      tabIndex={-1}
      onPointerEnter={come}
      onFocusIn={come}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget || inThread) return
        // The key has done its work: where one writes in the thread it would be a new line.
        event.preventDefault()
        desk.thread.value = message.id
      }}
    >
      <Author message={message} person={person} follows={follows} />
      <div class="said">
        {isGone ? (
          <p class="gone">{textsOf(person.id).deleted}</p>
        ) : editing && content.kind === 'said' ? (
          <EditMessage desk={desk} message={message} text={content.text} onEnd={() => setEditing(false)} />
        ) : (
          <Body desk={desk} person={person} message={message} />
        )}
        {!inThread && <ThreadLine desk={desk} person={person} message={message} />}
      </div>
      {near && !editing && !isGone && (
        <MessageTools
          desk={desk}
          message={message}
          own={isOwn}
          canReply={!inThread && !isRoot}
          onEdit={() => setEditing(true)}
        />
      )}
    </li>
  )
}

const Author = ({ message, person, follows }: Pick<Props, 'message' | 'person' | 'follows'>) => {
  const words = textsOf(person.id)
  const { content, at } = message
  if (follows)
    return (
      <span class="aside">
        <Stamp at={at} reader={person} />
      </span>
    )
  const author = content.kind === 'said' ? content.author : undefined
  const known = author === undefined ? undefined : personOf(author)
  return (
    <>
      <Avatar person={known} name={author} />
      <p class="by">
        <b>{author === undefined ? words.bot : (known?.name ?? author)}</b>
        {author === undefined && <span class="tag">{words.app}</span>}
        {author === person.id && <span class="self">({words.you})</span>}
        {known && known.id !== person.id && <span class="org">{known.org}</span>}
        <Stamp at={at} reader={person} />
      </p>
    </>
  )
}

const Body = ({ desk, person, message }: Pick<Props, 'desk' | 'person' | 'message'>) => {
  const words = textsOf(person.id)
  const { content, conversation, thread, id, editedAt } = message
  const spot = { conversation, ...(thread === undefined ? {} : { thread }) }
  if (content.kind === 'posted')
    return (
      <>
        <CardView desk={desk} spot={spot} id={id} card={content.card} language={content.language} />
        <ToThread desk={desk} card={content.card} />
      </>
    )
  return (
    <>
      {content.text !== '' && <Words text={content.text} />}
      {content.files && <Files files={content.files} person={person.id} />}
      {editedAt !== undefined && (
        <small class="edited" title={words.editedAt(fullTime(editedAt, person))}>
          {words.edited}
        </small>
      )}
    </>
  )
}
