import { useState } from 'preact/hooks'
import { lengthOf } from '../../../../src/text/clean.ts'
import { limits } from '../../limits.ts'
import { completeMention, isBegunMention, mentioned } from '../../mention.ts'
import type { WebPerson } from '../../who.ts'
import { attach, attachedOf } from '../state/attachments.ts'
import { type Desk, draftOf } from '../state/desk.ts'
import { say } from '../state/outbox.ts'
import { textsOf } from '../state/replies.ts'
import type { PageTexts } from '../texts.ts'
import type { Conversation, Spot } from '../wire.ts'
import { AttachButton, AttachedList } from './attach.tsx'
import { focusComposer, keepComposer } from './composer-focus.ts'
import { Send } from './icons.tsx'

type Props = { desk: Desk; person: WebPerson; here: Conversation; spot: Spot }

const nearEnd = 500

/** The place to write. In a room plain words are for people; `@Accord` speaks to the bot. */
export const Composer = ({ desk, person, here, spot }: Props) => {
  const words = textsOf(person.id)
  const draft = draftOf(person.id, spot)
  const attached = attachedOf(person.id, spot)
  const [offers, setOffers] = useState(false)
  const [drop, setDrop] = useState(false)
  const isDirect = here.kind === 'direct'
  const left = limits.text - lengthOf(draft.value)
  const label = labelOf(here, spot, words)

  const write = (text: string) => {
    draft.value = text
    setOffers(false)
    focusComposer(person.id, spot)
  }
  const complete = (area: HTMLTextAreaElement) => write(completeMention(area.value, area.selectionEnd))
  const send = () => {
    const files = attached.value.flatMap(({ file }) => (file ? [file] : []))
    const isEmpty = draft.value.trim() === '' && files.length === 0
    // What is still on its way shall not be left behind.
    if (isEmpty || left < 0 || files.length < attached.value.length) return
    attached.value = []
    say(desk, spot, { text: draft.value, files }, isDirect || mentioned(draft.value).addressed)
    write('')
  }
  return (
    <form
      class="composer"
      data-drop={drop}
      onDragOver={(event) => {
        event.preventDefault()
        setDrop(true)
      }}
      onDragLeave={() => setDrop(false)}
      onDrop={(event) => {
        event.preventDefault()
        setDrop(false)
        attach(desk, spot, event.dataTransfer?.files ?? [])
      }}
      onPaste={({ clipboardData }) => attach(desk, spot, clipboardData?.files ?? [])}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <AttachedList desk={desk} spot={spot} files={attached.value} />
      <div class="box">
        <AttachButton desk={desk} spot={spot} />
        <textarea
          ref={(area) => keepComposer(person.id, spot, area)}
          rows={1}
          value={draft.value}
          aria-label={label}
          aria-invalid={left < 0}
          placeholder={label}
          onInput={({ currentTarget }) => {
            draft.value = currentTarget.value
            setOffers(!isDirect && isBegunMention(currentTarget.value, currentTarget.selectionEnd))
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return
            if (offers && event.key === 'Escape') {
              event.stopPropagation()
              setOffers(false)
            } else if (offers && (event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey) {
              event.preventDefault()
              complete(event.currentTarget)
            } else if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault()
              send()
            }
          }}
        />
        <button type="submit" class="icon send" aria-label={words.composer.send} title={words.composer.send}>
          <Send />
        </button>
      </div>
      <div class="below">
        {!isDirect && (
          <button
            type="button"
            class="mention"
            title={words.composer.mention}
            onClick={() => !mentioned(draft.value).addressed && write(`@Accord ${draft.value}`)}
          >
            @Accord
          </button>
        )}
        <p class="hint" aria-live="polite">
          {hintOf(offers, left, audienceOf(person, here), words)}
        </p>
      </div>
    </form>
  )
}

/** Who reads what is written here, as the person should know it. */
const audienceOf = ({ side }: WebPerson, { kind }: Conversation): keyof PageTexts['composer']['hint'] =>
  kind === 'customer' && side === 'supplier' ? 'customerSupplier' : kind

const hintOf = (
  offers: boolean,
  left: number,
  audience: keyof PageTexts['composer']['hint'],
  { composer, failed }: PageTexts,
): string => {
  if (left < 0) return failed.too_long
  if (left < nearEnd) return composer.left(left)
  return offers ? `⇥ ${composer.mentionOption}` : composer.hint[audience]
}

const labelOf = ({ kind, name }: Conversation, spot: Spot, { composer }: PageTexts) => {
  if (spot.thread !== undefined) return composer.thread
  return kind === 'direct' ? composer.direct : composer.room(name)
}
