import type { Level } from '../domain/agreement/matrix.ts'
import type { Rung, TargetName } from '../domain/escalation/policy.ts'
import { isAtOnce } from '../domain/escalation/policy.ts'
import type { Judgement } from '../domain/ticket/event.ts'
import type { Speech } from './reading.ts'

/** The agreed name of a level of impact or urgency; a level no longer agreed keeps its id. */
export const levelName = (
  { agreement, language }: Speech,
  axis: 'impact' | 'urgency',
  id: string,
): string => {
  const levels = axis === 'impact' ? agreement?.matrix.impacts : agreement?.matrix.urgencies
  return levels?.find((level) => level.id === id)?.name[language] ?? id
}

/** What a level means by the agreement, for this reader. */
const meaningOf = (
  { agreement, language }: Speech,
  isMeant: (level: Level, axis: 'impact' | 'urgency') => boolean,
): string | undefined => {
  if (agreement === undefined) return undefined
  const { impacts, urgencies } = agreement.matrix
  const level =
    impacts.find((one) => isMeant(one, 'impact')) ?? urgencies.find((one) => isMeant(one, 'urgency'))
  return level?.meaning[language]
}

/** A reason as this reader reads it: words of the agreement in their language, a person's own words as they are. */
export const reasonWords = (speech: Speech, reason: string): string =>
  (reason === '' ? undefined : meaningOf(speech, ({ meaning }) => Object.values(meaning).includes(reason))) ??
  reason

/** Why a level was stated: in the person's words, else, for one tapped without any, what it means by the agreement. */
export const statedBecause = (
  speech: Speech,
  axis: 'impact' | 'urgency',
  { value, reason }: Judgement,
): string =>
  reason === ''
    ? (meaningOf(speech, ({ id }, on) => on === axis && id === value) ?? '')
    : reasonWords(speech, reason)

/** Both inputs of a priority in one sentence (RS.5c: the reporter sees both). */
export const inputsLine = (
  speech: Speech,
  { impact, urgency }: { readonly impact: Judgement; readonly urgency: Judgement },
): string =>
  speech.t.lines.inputs(
    levelName(speech, 'impact', impact.value),
    levelName(speech, 'urgency', urgency.value),
  )

type RungRef = { readonly rung: string; readonly target: TargetName }

/** A rung of the agreed ladder; undefined for an escalation by hand. */
export const rungOf = (
  { agreement }: Pick<Speech, 'agreement'>,
  { rung, target }: RungRef,
): Rung | undefined => agreement?.policy.rungs.find((known) => known.id === rung && known.target === target)

/** The share of its target at which a rung is reached, when it is one. */
export const shareOf = ({ reach }: Rung): number | undefined =>
  reach.flatMap((one) => ('share' in one ? [one.share] : []))[0]

/** A share in words: `75%`. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** Who a rung is for: each role once; the same one of both parties as such. */
const rolesOf = ({ t }: Speech, { to }: Rung): string => {
  const roles = to.map(({ side, role }) => t.ticket.role(side, role))
  const both = roles.filter((role, place) => roles.indexOf(role) !== place)
  return t.common.list(
    [...new Set(roles)].map((role) => (both.includes(role) ? t.lines.rungs.bothSides(role) : role)),
  )
}

/** A name that begins a sentence. */
export const begun = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`

/** What a rung is called, in words: warnings by their share of the time, escalations by who is asked or told. */
export const rungName = (speech: Speech, ref: RungRef): string => {
  const names = speech.t.lines.rungs
  const rung = rungOf(speech, ref)
  if (rung === undefined) return names.byHand
  switch (rung.mechanism) {
    case 'prewarning': {
      const share = shareOf(rung)
      if (share !== undefined) return names.prewarning(percent(share))
      return isAtOnce(rung) ? names.atOnce : names.prewarningNamed
    }
    case 'alarm':
      return names.alarm
    case 'functional':
      return names.handedOn[rung.handTo ?? 'nobody']
    case 'hierarchical':
      return rung.id === 'executive-brief' ? names.daily : begun(names.told(rolesOf(speech, rung)))
  }
}

/** A rung with the target it belongs to, where several of one name may stand side by side. */
export const rungOfTarget = (speech: Speech, ref: RungRef): string => {
  const name = rungName(speech, ref)
  return rungOf(speech, ref) === undefined ? name : speech.t.lines.rungs.of(name, ref.target)
}

/** What somebody is told because of a rung, in words: whom an escalation went to, which warning it was, for which target. */
export const rungNews = (speech: Speech, ref: RungRef, isAgain: boolean): string => {
  const names = speech.t.lines.rungs
  const rung = rungOf(speech, ref)
  const isTo = rung?.mechanism === 'hierarchical' && rung.id !== 'executive-brief'
  const name = isTo ? begun(names.escalatedTo(rolesOf(speech, rung))) : rungName(speech, ref)
  const said = rung === undefined ? name : names.of(name, ref.target)
  return isAgain ? names.again(said) : said
}
