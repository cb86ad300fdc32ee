import { createNoticeAudit } from '../../store/audit-notices.ts'
import { createStateAudit } from '../../store/audit-states.ts'
import type { Sql } from '../../store/sql.ts'
import { kinds } from '../../work/kinds.ts'
import { type Finding, fix } from '../doctor/finding.ts'
import { named } from './named.ts'

const todo =
  'Somebody changed the database past Accord: what people are shown is not what happened. Keep a copy as it is, find out who may write there, and restore a backup.'

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
  ...(await named(createStateAudit(sql, kinds)(), 'state', ({ item, state, columns }) =>
    fix('state', `${item}: ${parts(state, columns)} is not what its log comes to.`, todo),
  )),
  ...(await named(createNoticeAudit(sql)(), 'notices', ({ key, columns }) =>
    fix('notices', `Notice ${key} was changed after it was owed: ${columns.join(', ')}.`, todo),
  )),
]
