import { createWebAdapter } from '../../adapters/web/index.ts'
import { webDirectory } from '../../src/main/web.ts'
import { createChatLog } from '../../src/store/chat-log.ts'
import { createPool } from '../../src/store/pool.ts'
import { type Actor, onSlack, onTeams, onWeb } from './cross-actors.ts'
import { startLiveStory, type Work } from './live-story.ts'
import { populated, slackAdapter, home as slackHome, unpaced } from './slack-story.ts'
import { installedFor, populatedTeams, rooms, teamsAdapter, teamsOrganisation } from './teams-story.ts'
import { buildPage } from './web-chat.ts'

/** Which party is where; the team lead sits in the web chat. */
export type Cast = { readonly supplier: 'slack' | 'teams'; readonly customer: 'slack' | 'teams' }

const slackUsers = { li: 'U0LI', wang: 'U0WANG', zhou: 'U0ZHOU', zhao: 'U0ZHAO', sun: 'U0SUN' } as const
const slackRooms = { engineers: 'C0ENG', huaxin: 'C0HUAXIN' } as const

/** The organisation with these people and rooms on other platforms than Teams. */
const organised =
  ({ supplier, customer }: Cast) =>
  (text: string): string => {
    let now = text
    const person = (id: string, account: string) => {
      const line = new RegExp(`(\\n  ${id}:\\n(?:    [^\\n]*\\n)*?    accounts: )\\[[^\\n]*`)
      if (!line.test(now)) throw new Error(`no ${id}`)
      now = now.replace(line, `$1[{ ${account} }]`)
    }
    const room = (id: 'engineers' | 'huaxin') => {
      const lines = new RegExp(
        `(\\n  ${id}:\\n(?:    [^\\n]*\\n)*?)    platform: teams\\n    team: [^\\n]*\\n    conversation: [^\\n]*`,
      )
      if (!lines.test(now)) throw new Error(`no ${id}`)
      now = now.replace(
        lines,
        `$1    platform: slack\n    team: ${slackHome}\n    conversation: ${slackRooms[id]}`,
      )
    }
    const slack = (id: keyof typeof slackUsers) =>
      person(id, `platform: slack, team: ${slackHome}, user: ${slackUsers[id]}`)
    if (supplier === 'slack') {
      for (const id of ['li', 'wang', 'zhou'] as const) slack(id)
      room('engineers')
    }
    if (customer === 'slack') {
      for (const id of ['zhao', 'sun'] as const) slack(id)
      room('huaxin')
    }
    person('chen', 'platform: web, user: chen')
    return now
  }

/**
 * One bot between a strict Slack, a strict Teams and the web chat, through the real libraries: the parties of one ticket sit on
 * different platforms.
 */
export const startCrossStory = async (cast: Cast, work: Work = {}) => {
  const [slack, teams] = await Promise.all([
    populated({ rules: { posts: false } }),
    populatedTeams({ rules: { rates: false } }),
  ])
  const page = await buildPage()
  const ends: (() => Promise<void>)[] = [page.drop]
  const story = await startLiveStory({
    organisation: teamsOrganisation,
    change: organised(cast),
    ...work,
    adapters: (parts) => {
      const pool = createPool({ url: parts.url, max: 5 })
      const log = createChatLog(pool)
      ends.push(async () => {
        await log.close()
        await pool.end()
      })
      const web = createWebAdapter({
        ...webDirectory(parts.store, parts.now),
        ...{ log, clock: parts.now, host: '127.0.0.1', port: 0, assets: page.assets },
        onFault: (error) => parts.log.error('web chat', { error }),
      })
      return {
        web,
        slack: unpaced(slackAdapter(slack, 'http', parts)),
        teams: unpaced(teamsAdapter(teams, parts)),
      }
    },
  })
  slack.useRequestUrl(`${story.address('slack')}/slack/events`)
  teams.useBot(story.address('teams') ?? '')
  const onTeamsOf = { supplier: ['li', 'wang', 'zhou'], customer: ['zhao', 'sun'] } as const
  const sides = (['supplier', 'customer'] as const).filter((side) => cast[side] === 'teams')
  await installedFor(
    teams,
    sides.flatMap((side) => onTeamsOf[side]),
    sides.map((side) => (side === 'supplier' ? rooms.engineers : rooms.huaxin)),
  )

  const actor = (id: 'li' | 'wang' | 'zhao' | 'sun', places: readonly ('engineers' | 'huaxin')[]): Actor => {
    const side = id === 'li' || id === 'wang' ? cast.supplier : cast.customer
    return side === 'slack'
      ? onSlack(
          slack,
          slackUsers[id],
          places.map((place) => slackRooms[place]),
        )
      : onTeams(
          teams,
          id,
          places.map((place) => rooms[place]),
        )
  }
  return {
    ...story,
    slack,
    teams,
    /** The customer's room, as its platform names it. */
    room: cast.customer === 'slack' ? slackRooms.huaxin : rooms.huaxin,
    desk: cast.supplier === 'slack' ? slackRooms.engineers : rooms.engineers,
    zhao: actor('zhao', ['huaxin']),
    sun: actor('sun', ['huaxin']),
    li: actor('li', cast.supplier === cast.customer ? ['engineers', 'huaxin'] : ['engineers']),
    chen: onWeb(story.address('web') ?? '', 'chen'),
    end: async (): Promise<void> => {
      await story.end()
      for (const end of ends) await end()
      await Promise.all([slack.stop(), teams.stop()])
    },
  }
}

/** A running story on three platforms; see `startCrossStory`. */
export type CrossStory = Awaited<ReturnType<typeof startCrossStory>>
