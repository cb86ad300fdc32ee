import { createNoticeAudit } from '../../store/audit-notices.ts'
import { createStateAudit } from '../../store/audit-states.ts'
import type { Sql } from '../../store/sql.ts'
import { kinds } from '../../work/kinds.ts'
import { type Finding, fix, note } from '../doctor/finding.ts'

/** So many are named; of more than that one says how many. */
const most = 50

const todo =
  'Somebody changed the database past Accord: what people are shown is not what happened. Keep a copy as it is, find out who may write there, and restore a backup.'

/** The first of what is found, and how many more there are: nothing is kept of those. */
const named = async <What>(
  found: AsyncIterable<What>,
  about: string,
  says: (what: What) => string,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  let more = 0
  for await (const one of found)
    if (findings.length < most) findings.push(fix(about, says(one), todo))
    else more += 1
  return more === 0 ? findings : [...findings, note(about, `${more} more like these.`)]
}

const parts = (state: readonly string[], columns: readonly string[]): string =>
  [
    ...(state.length === 0 ? [] : [`its stored state (${state.join(', ')})`]),
    ...(columns.length === 0 ? [] : [`what lists are made of (${columns.join(', ')})`]),
  ].join(' and ')

/**
 * Holds what is stored of every item beside its log against what the log comes to, and every notice against itself and the
 * log. Nothing is said where all agrees.
 */
export const checkStates = async (sql: Sql): Promise<readonly Finding[]> => [
  ...(await named(
    createStateAudit(sql, kinds)(),
    'state',
    ({ item, state, columns }) => `${item}: ${parts(state, columns)} is not what its log comes to.`,
  )),
  ...(await named(
    createNoticeAudit(sql)(),
    'notices',
    ({ key, columns }) => `Notice ${key} was changed after it was owed: ${columns.join(', ')}.`,
  )),
]
