import { useEffect } from 'preact/hooks'
import { deskOf, openConversation } from '../state/desk.ts'
import { conversationsOf, inboxOf, refreshInbox } from '../state/inbox.ts'
import { activate } from '../state/panes.ts'
import { personOf } from '../state/people.ts'
import { textsOf } from '../state/replies.ts'
import { Conversation } from './conversation.tsx'
import { FormPanel } from './form-panel.tsx'
import { NextStepLine } from './next-step.tsx'
import { PaneHead } from './pane-head.tsx'
import { Places } from './places.tsx'
import { Thread } from './thread.tsx'
import { Toasts } from './toasts.tsx'

type Props = { person: string; closable: boolean; active: boolean }

/** One person's chat: their conversations, the one they look at, its open thread, and what only they are told. */
export const Pane = ({ person: id, closable, active }: Props) => {
  const person = personOf(id)
  const desk = deskOf(id)
  const inbox = inboxOf(id).value
  useEffect(() => refreshInbox(id), [id])
  const isAway = inbox !== undefined && !conversationsOf(id).includes(desk.conversation.value)
  // A conversation one is not in any more is not there to be shown.
  useEffect(() => {
    if (isAway) openConversation(desk, `direct:${id}`)
  }, [isAway, desk, id])
  if (!person) return null
  const here = inbox?.conversations.find(({ conversation }) => conversation === desk.conversation.value)
  const thread = desk.thread.value
  const form = desk.form.value
  return (
    <section
      class="pane"
      lang={person.language}
      data-person={id}
      data-active={active}
      data-thread={thread !== undefined}
      aria-label={textsOf(id).pane(person.name)}
      onFocusCapture={() => activate(id)}
      onPointerDownCapture={() => activate(id)}
    >
      <PaneHead person={person} closable={closable} />
      {inbox && <Places desk={desk} inbox={inbox} />}
      <NextStepLine desk={desk} person={person} />
      <div class="stage">
        <Toasts desk={desk} />
        <div class="work" inert={form !== undefined}>
          {here && <Conversation key={here.conversation} desk={desk} person={person} here={here} />}
          {here && thread !== undefined && (
            <Thread key={thread} desk={desk} person={person} here={here} thread={thread} />
          )}
        </div>
        {form && <FormPanel key={form.id} desk={desk} open={form} />}
      </div>
      <p class="spoken" aria-live="polite">
        {desk.spoken.value}
      </p>
    </section>
  )
}
