import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { WebPerson } from '../../who.ts'
import { now } from '../state/clock.ts'
import type { Desk } from '../state/desk.ts'
import { inboxOf, markOf } from '../state/inbox.ts'
import { outbox } from '../state/outbox.ts'
import { textsOf } from '../state/replies.ts'
import { rootOf, shelfOf } from '../state/shelf.ts'
import { dayOf, dayWords } from '../time.ts'
import { type Line, timeline } from '../timeline.ts'
import type { Conversation, Spot } from '../wire.ts'
import { Message } from './message.tsx'
import { PendingMessage } from './pending-message.tsx'
import { PrivateCardView } from './private-card.tsx'
import { reachable } from './reachable.ts'
import { isLatestBelow, useFollowing } from './use-following.ts'
import { useReading } from './use-reading.ts'
import { useStretch } from './use-stretch.ts'

type Props = {
  desk: Desk
  person: WebPerson
  here: Conversation
  spot: Spot
  children?: ComponentChildren
}

const sameSpot = (a: Spot, b: Spot) => a.conversation === b.conversation && a.thread === b.thread

/** What was said in a place. It stays at its end while one is there, and where one is while one reads further up. */
export const MessageList = ({ desk, person, here, spot, children }: Props) => {
  const words = textsOf(person.id)
  const shelf = shelfOf(spot).value
  const mark = markOf(inboxOf(person.id).peek(), spot)
  const [freshFrom] = useState(mark && mark.count > 0 && mark.upto !== '0' ? mark.upto : undefined)
  const [far, setFar] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const last = shelf.messages.at(-1)
  const isOwn = last?.content.kind === 'said' && last.content.author === person.id
  useReading(person.id, spot, last?.id)
  const stretch = useStretch(person.id, spot, scroller)
  const { shown, from, to, isAtEnd } = stretch
  const { scrolled, ...byHand } = useFollowing(scroller, last?.id, isOwn, isAtEnd)
  const pending = outbox.value.filter((said) => said.person === person.id && sameSpot(said.spot, spot))
  // Whoever says something is shown it.
  useEffect(() => stretch.goToEnd(), [pending.length, isOwn && last?.id])

  const next = shelf.messages[to]?.id
  const lines = timeline({
    person: person.id,
    reader: person,
    messages: shown,
    root: spot.thread === undefined ? undefined : rootOf(spot.thread).value,
    cards: desk.cards.value.filter(
      (card) =>
        sameSpot(card, spot) &&
        (next === undefined || Number(card.after) < Number(next)) &&
        (from === 0 || Number(card.after) >= Number(shown[0]?.id)),
    ),
    pending: isAtEnd ? pending : [],
    freshFrom: from > 0 && Number(shown[0]?.id) > Number(freshFrom) ? undefined : freshFrom,
  })
  const toLatest = () => {
    stretch.goToEnd()
    requestAnimationFrame(() => scroller.current?.scrollTo({ top: 0 }))
  }
  return (
    <div class="list">
      <div
        class="scroller"
        ref={scroller}
        role="log"
        aria-live="off"
        {...reachable}
        aria-label={spot.thread === undefined ? words.messagesIn(here.name) : words.thread}
        {...byHand}
        onWheel={({ currentTarget, deltaY }) => {
          byHand.onWheel()
          // At the very edge nothing scrolls any more, and nothing else would say so.
          if (deltaY !== 0) stretch.scrolled(currentTarget, deltaY < 0)
        }}
        onKeyDown={({ currentTarget, key }) => {
          byHand.onKeyDown()
          if (['PageUp', 'Home', 'ArrowUp', 'k'].includes(key)) stretch.scrolled(currentTarget, true)
          if (['PageDown', 'End', 'ArrowDown', 'j'].includes(key)) stretch.scrolled(currentTarget, false)
        }}
        onFocusIn={stretch.onFocusIn}
        onFocusOut={stretch.onFocusOut}
        onScroll={({ currentTarget }) => {
          if (scrolled(currentTarget)) stretch.scrolled(currentTarget)
          setFar(isLatestBelow(currentTarget))
        }}
      >
        <div class="lines">
          {children}
          {stretch.hasEarlier && (
            <button type="button" class="quiet" onClick={stretch.goEarlier}>
              {stretch.isLoading ? words.loading : words.earlier}
            </button>
          )}
          <ol>
            {lines.map((line) => (
              <LineView key={line.key} line={line} desk={desk} person={person} spot={spot} />
            ))}
          </ol>
          {!isAtEnd && (
            <button type="button" class="quiet" onClick={stretch.goLater}>
              {words.later}
            </button>
          )}
        </div>
      </div>
      {(far || !isAtEnd) && (
        <button type="button" class="latest" onClick={toLatest}>
          {words.latest}
        </button>
      )}
    </div>
  )
}

type LineProps = { line: Line; desk: Desk; person: WebPerson; spot: Spot }

const LineView = ({ line, desk, person, spot }: LineProps) => {
  const words = textsOf(person.id)
  switch (line.kind) {
    case 'day':
      return (
        <li class="day">
          <span>{dayName(line.at, person, words)}</span>
        </li>
      )
    case 'fresh':
      return (
        <li class="fresh">
          <span>{words.fresh}</span>
        </li>
      )
    case 'message':
      return (
        <Message
          desk={desk}
          person={person}
          message={line.message}
          follows={line.follows}
          inThread={spot.thread !== undefined}
        />
      )
    case 'private':
      return <PrivateCardView desk={desk} person={person} shown={line.card} />
    case 'pending':
      return <PendingMessage person={person} pending={line.pending} />
  }
}

const dayMs = 86_400_000

const dayName = (at: number, person: WebPerson, words: ReturnType<typeof textsOf>): string => {
  const today = now.peek()
  if (dayOf(at, person) === dayOf(today, person)) return words.today
  if (dayOf(at, person) === dayOf(today - dayMs, person)) return words.yesterday
  return dayWords(at, person, today)
}
