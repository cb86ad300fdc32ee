import type { Level, Matrix } from '../../agreement/matrix.ts'
import { comparePriority, matrixPriority } from '../../agreement/priority.ts'
import { type Work, works } from '../../agreement/work.ts'
import type { Judgement } from '../event.ts'
import { categories, categoryRules } from './categories.ts'
import { impactRules } from './impacts.ts'
import { requestRules } from './request-rules.ts'
import { troublesIn } from './troubles.ts'
import { urgencyRules } from './urgencies.ts'
import type { Pointed } from './weigh.ts'
import { weigh } from './weigh.ts'

/** What the words of a report suggest, until a human says so (RS.5b, RS.5c). */
export type Suggestion = {
  /** Where they ask for something and nothing in them is wrong; an incident otherwise. */
  readonly work?: Work
  readonly category: Judgement
  readonly impact: Judgement
  readonly urgency: Judgement
}

const levels = ['1', '2', '3']
const middle = '2'
/** So many words are enough to see why. */
const mostQuoted = 3

/**
 * Suggests category, impact and urgency from the words of a report, by the rules beside this file and nothing else. The
 * reason is the words that led there, quoted; empty when none did, and then the level is the middle one. Levels are the
 * matrix's own, nearest to high, middle, low. A security incident gets levels that make it at least P2. Of a report of several
 * troubles the worst counts: it is never filed by a lesser one.
 */
export const suggest = (text: string, matrix: Matrix): Suggestion => worst(text, matrix).suggestion

/** The words of the other troubles in a report that holds several, all but the worst; none where it is one. */
export const otherTroubles = (text: string, matrix: Matrix): readonly string[] => {
  const first = worstTrouble(text, matrix)
  return first === undefined ? [] : troublesIn(text).filter((words) => words !== first)
}

/** The words of the worst trouble in a report, where it holds several; undefined where it is one. */
export const worstTrouble = (text: string, matrix: Matrix): string | undefined => worst(text, matrix).words

const worst = (
  text: string,
  matrix: Matrix,
): { readonly suggestion: Suggestion; readonly words?: string } => {
  const whole = suggestOne(text, matrix)
  const troubles = troublesIn(text)
  if (troubles.length === 1) return { suggestion: whole }
  const rank = ({ impact, urgency }: Suggestion) =>
    matrixPriority(matrix, impact.value, urgency.value) ?? 'P4'
  const told = troubles.map((words) => ({ words, suggestion: suggestOne(words, matrix) }))
  const incidents = told.filter(({ suggestion: { work } }) => work === undefined)
  const [first, ...others] = incidents.length > 0 ? incidents : told
  if (first === undefined) return { suggestion: whole }
  const heaviest = others.reduce(
    (most, one) => (comparePriority(rank(one.suggestion), rank(most.suggestion)) < 0 ? one : most),
    first,
  )
  // All of it together may weigh more than any of them.
  const isMore = comparePriority(rank(whole), rank(heaviest.suggestion)) < 0
  return isMore ? { ...heaviest, suggestion: whole } : heaviest
}

const suggestOne = (text: string, matrix: Matrix): Suggestion => {
  const category = weigh(text, categoryRules, categories)
  const impact = judged(weigh(text, impactRules, levels), matrix.impacts)
  const urgency = judged(weigh(text, urgencyRules, levels), matrix.urgencies)
  const suggestion = {
    category: { value: category?.value ?? 'other', reason: quoted(category), suggested: true },
    impact,
    urgency,
  }
  if (category?.value === 'security') return { ...suggestion, ...atLeastP2(suggestion, matrix) }
  const isRequest = weigh(text, requestRules, works)?.value === 'service_request'
  return isRequest ? { work: 'service_request', ...suggestion } : suggestion
}

const judged = (pointed: Pointed | undefined, own: readonly Level[]): Judgement => ({
  value: nearest(pointed?.value ?? middle, own),
  reason: quoted(pointed),
  suggested: true,
})

/** High is the first level, low the last, middle the one between, the milder of two. */
const nearest = (level: string, own: readonly Level[]): string =>
  own[Math.round(((Number(level) - 1) / 2) * (own.length - 1))]?.id ?? level

const quoted = (pointed: Pointed | undefined): string =>
  (pointed?.words ?? [])
    .slice(0, mostQuoted)
    .map((word) => `"${word}"`)
    .join(', ')

/** The smallest raise of the two levels that the matrix calls P2 or higher; urgency is raised before impact. */
const atLeastP2 = (
  { category, impact, urgency }: Suggestion,
  matrix: Matrix,
): Pick<Suggestion, 'impact' | 'urgency'> => {
  const worse = (own: readonly Level[], { value }: Judgement): readonly string[] =>
    own
      .slice(0, own.findIndex(({ id }) => id === value) + 1)
      .map(({ id }) => id)
      .reverse()
  const candidates = worse(matrix.impacts, impact).flatMap((i, impactRaise) =>
    worse(matrix.urgencies, urgency).map((u, raise) => ({ i, u, cost: impactRaise * 1.01 + raise })),
  )
  const best = candidates
    .filter(({ i, u }) => comparePriority(matrixPriority(matrix, i, u) ?? 'P4', 'P2') <= 0)
    .reduce<(typeof candidates)[number] | undefined>(
      (least, next) => (least === undefined || next.cost < least.cost ? next : least),
      undefined,
    )
  if (best === undefined) return { impact, urgency }
  return { impact: raised(impact, best.i, category), urgency: raised(urgency, best.u, category) }
}

const raised = (judgement: Judgement, value: string, because: Judgement): Judgement =>
  value === judgement.value ? judgement : { ...judgement, value, reason: because.reason }
