import { cloudOf, tryKeys, trySignIn } from '../../../adapters/teams/setup/api.ts'
import { signInRefusal } from '../../../adapters/teams/setup/refusal.ts'
import type { TeamsConfig } from '../../settings/teams-config.ts'
import { checkClock } from './clock.ts'
import { type Finding, fix, note, ok, wordsOf } from './finding.ts'

const about = 'Teams'
const reach = 'Let this machine reach it (proxy, firewall, DNS).'

const checkKeys = async (teams: TeamsConfig): Promise<Finding> => {
  try {
    const { refused } = await tryKeys(cloudOf(teams))
    if (refused === undefined) return ok(about, 'the keys of what Microsoft signs are found')
    return fix(
      about,
      `The keys of what Microsoft signs are not at ${cloudOf(teams).openIdUrl} (${refused}): nothing can be heard.`,
      'Correct TEAMS_OPENID_URL, or take it away for the public cloud.',
    )
  } catch (error) {
    return fix(about, `${wordsOf(error)} Without its keys nothing can be heard.`, reach)
  }
}

/** Tries whether Microsoft lets the bot sign in, and whether what Microsoft sends could be checked. */
export const checkTeamsSignIn = async (
  teams: TeamsConfig,
  now: () => number,
): Promise<readonly Finding[]> => {
  const { app } = teams
  if (app === undefined)
    return [
      note(
        about,
        'It runs without sign-in (TEAMS_WITHOUT_SIGN_IN): whoever reaches its port may be anyone.',
        'For development alone. In production set TEAMS_APP_ID and TEAMS_APP_PASSWORD.',
      ),
    ]
  try {
    const before = now()
    const { refused, date } = await trySignIn(app, cloudOf(teams))
    // The date of an answer has whole seconds.
    const theirs = date === undefined ? undefined : { earliest: date, latest: date + 999 }
    const clock = theirs === undefined ? [] : [checkClock('Microsoft', { before, after: now() }, theirs)]
    const { says, todo } = refused === undefined ? { says: '', todo: '' } : signInRefusal(refused, app)
    const everyone =
      app.tenant === undefined
        ? [
            note(
              about,
              'TEAMS_TENANT_ID is not set: every tenant that installs the app is heard.',
              'Set it, unless several tenants are meant.',
            ),
          ]
        : []
    return [
      refused === undefined ? ok(about, 'the bot signs in with TEAMS_APP_ID') : fix(about, says, todo),
      ...clock,
      ...everyone,
      await checkKeys(teams),
    ]
  } catch (error) {
    return [fix(about, wordsOf(error), reach), await checkKeys(teams)]
  }
}
