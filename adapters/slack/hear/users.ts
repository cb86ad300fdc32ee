import { LRUCache } from 'lru-cache'
import type { Inbound } from '../../../src/chat/inbound.ts'
import { within } from '../../shared/within.ts'
import { failureOf } from '../send/failure.ts'
import type { Calls } from '../wire/calls.ts'

type Locale = NonNullable<Inbound['locale']>
type About = { readonly team?: string; readonly locale?: Locale }

/** How long what Slack said of a person counts, and how long that it said nothing, ms. */
const freshMs = 3_600_000
const failedMs = 60_000
/** How long Slack is waited for, ms: nobody's act is held up for their language. */
const localeMs = 300
const teamMs = 2_000
/** More than these are not remembered. */
const most = 20_000

/** What Slack knows of people. */
export type Users = {
  /** A person's language and zone; nothing where Slack does not say them in time: then the organisation's count. */
  readonly locale: (team: string, user: string) => Promise<Locale | undefined>
  /** A person's own workspace as seen from `team`. Rejects while Slack does not answer: to guess would make a stranger of them. */
  readonly team: (team: string, user: string) => Promise<string>
  /** The person changed something: asked again when next needed. */
  readonly forget: (user: string) => void
}

const localeOf = (locale: string | undefined, zone: string | undefined): Locale => ({
  ...(locale ? { language: /^zh\b/i.test(locale) ? 'zh-CN' : 'en' } : {}),
  ...(zone ? { zone } : {}),
})

/** Asks Slack once an hour for each person who acts. */
export const createUsers = (calls: Calls, clock: () => number): Users => {
  const known = new LRUCache<string, { readonly until: number; readonly about: Promise<About> }>({
    max: most,
  })

  const ask = async (team: string, user: string): Promise<About> => {
    const workspace = await calls.in(team)
    if (workspace === undefined) return {}
    try {
      const { user: found } = await workspace.client.users.info({ user, include_locale: true })
      if (found === undefined) return {}
      return { ...(found.team_id ? { team: found.team_id } : {}), locale: localeOf(found.locale, found.tz) }
    } catch (error) {
      // Slack does not know the person, or may not say: that is an answer too.
      if (failureOf(error).kind === 'refused') return {}
      throw error
    }
  }

  const about = (team: string, user: string): Promise<About> => {
    const key = `${user} ${team}`
    const found = known.get(key)
    if (found !== undefined && found.until > clock()) return found.about
    const asked = ask(team, user)
    known.set(key, { until: clock() + freshMs, about: asked })
    asked.then(
      ({ locale }) => locale ?? known.set(key, { until: clock() + failedMs, about: asked }),
      () => known.delete(key),
    )
    return asked
  }

  return {
    locale: async (team, user) => {
      const told = await within(about(team, user), localeMs).catch(() => undefined)
      return told?.locale
    },
    team: async (team, user) => {
      const told = await within(about(team, user), teamMs)
      if (told === undefined) throw new Error('Slack did not say in time whose workspace a person is from')
      return told.team ?? team
    },
    forget: (user) => {
      for (const key of known.keys()) if (key.startsWith(`${user} `)) known.delete(key)
    },
  }
}
