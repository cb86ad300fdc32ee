import type { z } from 'zod'
import type { Account } from '../../../src/domain/people/directory.ts'
import { accountOf } from './place.ts'
import type { userShape } from './shapes.ts'

/** The person behind an interaction. Slack nearly always states their workspace; else the installing one is assumed. */
export const actorOf = (
  { id, team_id }: z.output<typeof userShape>,
  team: string,
): { readonly who: Account; readonly assumed: readonly string[] } => ({
  who: accountOf(team_id ?? team, id),
  assumed: team_id ? [] : [id],
})
