import { describe, expect, it, vi } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { type Cast, type CrossStory, startCrossStory } from '../support/cross-story.ts'
import { eachEnds } from '../support/each-ends.ts'
import { slackOutbound } from '../support/slack-outbound.ts'

const start = eachEnds(startCrossStory)

const item = 'HX-1'
const inside = 'zq-inside'
const zh = texts('zh-CN')
const { buttons, flows } = zh
const customers = { teams: ['zhao', 'sun'], slack: ['U0ZHAO', 'U0SUN'] }

/** Everything that Slack was ever given to show in the customer's room or to its people. */
const slackShows = ({ slack, room }: CrossStory): readonly unknown[] => {
  const theirs = new Set([room, ...customers.slack, ...customers.slack.map((id) => slack.person(id).dm())])
  return slackOutbound(slack).filter(({ channel, user }) => theirs.has(channel) || theirs.has(user))
}

/** The same of Teams: what was sent there, and what the customer's people were answered. */
const teamsShows = ({ teams, room }: CrossStory): readonly unknown[] => {
  const theirs = new Set([room, ...customers.teams.map(teams.personal)])
  return [
    ...teams.calls().filter(({ conversation }) => conversation !== undefined && theirs.has(conversation)),
    ...teams
      .deliveries()
      .filter(({ activity }) =>
        customers.teams.some((id) => JSON.stringify(activity).includes(teams.person(id).user)),
      )
      .map(({ attempts }) => attempts),
  ]
}

const casts: readonly Cast[] = [
  { customer: 'teams', supplier: 'slack' },
  { customer: 'slack', supplier: 'teams' },
]

describe.each(casts)(
  'one ticket, its customer on $customer, its engineers on $supplier, its lead in the web chat',
  (cast) => {
    it('RS.8 X2 T54 T51 is closed by the consent of both, and nothing said inside crosses', async () => {
      const story = await start(cast)
      const { zhao, li, chen, room, desk } = story

      await zhao.reports(room, '三楼打印机坏了')
      await li.sees('三楼打印机坏了')
      await zhao.sees(item)

      await li.presses(buttons.claim)
      await zhao.sees('李伟')

      // What engineers say to each other, and what they note, is theirs.
      await li.replies(desk, item, `先别告诉客户 ${inside}`)
      await story.recorded(item, inside)
      await li.fills(buttons.note, { [flows.note.text]: `备件在路上 ${inside}` }, flows.form.send)
      await vi.waitFor(async () => {
        expect(JSON.stringify(await story.events(item)).split(inside).length).toBeGreaterThan(2)
      })

      // What the customer says under their report reaches the engineers.
      await zhao.replies(room, '三楼打印机坏了', '二楼那台也一样')
      await story.recorded(item, '二楼那台也一样')

      await li.fills(buttons.resolve, { [flows.resolve.description]: '更换了硒鼓' }, flows.form.send)
      await zhao.sees('更换了硒鼓')
      await zhao.fills(
        buttons.reject_solution,
        { [flows.rejectSolution.reason]: '还是卡纸' },
        flows.form.send,
      )
      await li.sees('还是卡纸')
      await vi.waitFor(async () => expect((await story.ticket(item)).status).toBe('in_progress'), 60_000)
      await li.fills(buttons.resolve, { [flows.resolve.description]: '又换了搓纸轮' }, flows.form.send)
      await zhao.sees('又换了搓纸轮')

      // The lead cannot close before the customer consented.
      expect((await story.ticket(item)).resolution?.consent).toBeUndefined()
      await zhao.presses(buttons.confirm_solution)
      await chen.presses(buttons.close)
      await zhao.presses('5')
      await vi.waitFor(async () => expect((await story.ticket(item)).rating?.score).toBe(5), 60_000)
      await story.settled()

      expect(JSON.stringify(await story.store.events(item))).toContain(inside)
      const shown = cast.customer === 'slack' ? slackShows(story) : teamsShows(story)
      expect(shown.length).toBeGreaterThan(5)
      expect(JSON.stringify(shown)).toContain('又换了搓纸轮')
      expect(JSON.stringify(shown)).not.toContain(inside)
      expect(await story.store.verify(item)).not.toHaveProperty('badSeq')
      expect(story.teams.problems()).toEqual([])
      // Whoever added the app to the customer's channel is known on the other platform only.
      expect(story.problems.filter((line) => !line.includes('a stranger was heard'))).toEqual([])
    })
  },
)
