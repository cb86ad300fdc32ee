import type { Rung, TargetName } from '../escalation/policy.ts'
import type { Judgement } from '../ticket/event.ts'
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

/** A rung reached with the report itself: people who are told at once, as agreed. */
export const isAtOnce = ({ reach }: Rung): boolean =>
  reach.some((one) => 'after' in one && Object.values(one.after).some((after) => after === 0))

/** What a rung is called: pre-warnings by their share of the target, escalations by their name in the ladder. */
export const rungName = (speech: Speech, ref: RungRef): string => {
  const names = speech.t.lines.rungs
  const rung = rungOf(speech, ref)
  if (rung === undefined) return names.byHand
  switch (rung.mechanism) {
    case 'prewarning': {
      const share = shareOf(rung)
      if (share !== undefined) return names.prewarning(percent(share))
      return isAtOnce(rung) ? names.start : names.prewarningNamed(rung.id)
    }
    case 'alarm':
      return names.alarm
    case 'functional':
      return names.functional(rung.id)
    case 'hierarchical':
      return names.hierarchical(rung.id)
  }
}
