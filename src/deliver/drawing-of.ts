import type { Card } from '../chat/card.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import { staysShown } from '../domain/people/stays-shown.ts'
import type { Notice } from '../store/change.ts'
import type { StaleCard } from '../store/living.ts'
import type { Loaded } from '../store/store.ts'
import { actsOf, outdatedCard } from '../view/outdated-card.ts'
import { subjectOf } from '../work/in-hand.ts'
import { type KindsOfWork, kindNamed } from '../work/kind.ts'
import { readerOf } from './reader-of.ts'
import { shaped } from './shaped.ts'
import { shownAs } from './shown-as.ts'

/**
 * A card as it reads now. `as`: what tells one drawing from another, of a notice what can still be done by it. `done`: nothing
 * is to follow any more. `alone`: who reads it, where one person does.
 */
export type Drawing = {
  readonly card: Card
  readonly as: readonly string[]
  readonly done: boolean
  readonly alone?: Person
}

/** A message that shows its item as it is, and not what a notice once said. */
const isItself = ({ notice, shape }: Pick<StaleCard, 'notice' | 'shape'>): boolean =>
  notice === undefined || notice.living !== undefined || shape === 'own'

/**
 * A person's own card goes on saying, in small print, what it told them when it came, which is said nowhere else; as long as it
 * is true.
 */
const withFirst = (
  card: Card,
  { notice, shape }: Pick<StaleCard, 'notice' | 'shape'>,
  isStillSo: (told: Notice) => boolean,
): Card => {
  const told = shape === 'own' && notice !== undefined && isStillSo(notice) ? notice.brief : undefined
  const [line, quote] = told?.blocks ?? []
  if (line?.type !== 'text') return card
  const said = quote?.type === 'quote' ? [quote] : []
  return { ...card, blocks: [...card.blocks, { type: 'note', text: line.text }, ...said] }
}

/** What tells a card as it was sent from later drawings of it. */
const sentAs = (
  followed: Pick<StaleCard, 'notice' | 'shape' | 'item'>,
  notice: Notice,
): readonly string[] => {
  const card = shaped(notice, followed.shape, followed.item)
  return isItself(followed) ? [shownAs(card)] : actsOf(card)
}

/**
 * Whether a card reads as it did when it was drawn last, or sent: then it stays, for somebody may be filling in a form above
 * it that a drawing would take away.
 */
export const isAsDrawn = (
  followed: Pick<StaleCard, 'notice' | 'drawnAs' | 'shape' | 'item'>,
  { as }: Drawing,
): boolean => {
  const { notice, drawnAs = notice && sentAs(followed, notice) } = followed
  return drawnAs !== undefined && as.join(' ') === drawnAs.join(' ')
}

type Followed = Omit<StaleCard, 'drawnSeq' | 'drawnAs'>

/** A notice without what cannot be done any more. */
const withOnly = (said: Card, offered: ReadonlySet<string>, stands: () => string): Drawing => {
  const { card, acts } = outdatedCard(said, offered, stands)
  return { card, as: acts, done: acts.length === 0 }
}

/** A question says nothing new by losing its buttons, so it may do so wherever it stands. */
const questionOf = (
  { notice, language }: Followed,
  kinds: KindsOfWork,
  item: Loaded,
): Drawing | undefined => {
  const questions = kindNamed(kinds, item.kind)?.questions
  if (notice === undefined || questions === undefined) return undefined
  return withOnly(notice.card, questions.open(item.state, notice), () => questions.settled(language))
}

/**
 * What a followed card reads as now, for whoever reads it where it stands: the item as it is, or the notice without what
 * cannot be done any more. Undefined where who reads along there now has no claim to it.
 */
export const drawingOf = (
  followed: Followed,
  kinds: KindsOfWork,
  item: Loaded,
  at: { readonly now: Instant; readonly directory: Directory },
): Drawing | undefined => {
  const subject = subjectOf(kinds, item)
  if (subject === undefined) return questionOf(followed, kinds, item)
  const { face, belongs } = subject
  const { message, audience, language, zone, shape, notice } = followed
  if (!staysShown(at.directory, message, belongs[audience])) return undefined
  const alone = notice && readerOf(notice, message, belongs, at.directory)
  if (alone === 'gone') return undefined
  const reading = { language, zone, ...at, audience, alone }
  const reader = alone === undefined ? {} : { alone }
  if (notice === undefined || isItself(followed)) {
    const card = withFirst(face.card(item, reading), followed, (told) => face.isStillSo(item.state, told))
    return { card, as: [shownAs(card)], done: false, ...reader }
  }
  const offers = face.offers(item, reading)
  return {
    ...withOnly(shaped(notice, shape, item.id), offers, () => face.stands(item.state, reading)),
    ...reader,
  }
}
