import type { Bar } from '../../../../src/chat/card.ts'
import { remaining, remainingWords } from '../remaining.ts'
import { now } from '../state/clock.ts'
import type { Desk } from '../state/desk.ts'
import { personOf } from '../state/people.ts'
import { texts } from '../texts.ts'
import { fullTime } from '../time.ts'
import type { Language } from '../wire.ts'

type Props = { bar: Bar; language: Language; desk: Desk }

const nearShare = 0.75

/** The remaining time of a target, running with the clock. Read out, it is the bot's own sentence. */
export const BarView = ({ bar, language, desk }: Props) => {
  const words = texts(language)
  const at = bar.state === 'running' ? now.value : bar.asOf
  const left = remaining(bar, at)
  const share = bar.budget > 0 ? Math.min(1, Math.max(0, (bar.budget - left) / bar.budget)) : 1
  const reader = personOf(desk.person) ?? { language, zone: 'UTC' }
  return (
    <div class="bar" data-state={bar.state} data-near={share >= nearShare} data-over={left < 0}>
      <div
        class="heads"
        title={bar.dueAt === undefined ? undefined : words.bar.dueAt(fullTime(bar.dueAt, reader))}
      >
        <span class="label">{bar.label}</span>
        <span class="time" aria-hidden="true">
          {remainingWords(bar, left, words)}
        </span>
      </div>
      <div class="track" aria-hidden="true">
        <div class="fill" style={{ width: `${share * 100}%` }} />
      </div>
      <p class="hidden">{bar.text}</p>
    </div>
  )
}
