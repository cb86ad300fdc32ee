import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { activityFrom } from '../support/teams/deliver/activity.ts'
import { conversationOf, personOf } from '../support/teams/world/find.ts'
import type { Message } from '../support/teams/world/records.ts'
import { rooms, startTeamsStory, type TeamsStory } from '../support/teams-story.ts'

const start = eachEnds(startTeamsStory)

const zh = texts('zh-CN')
const en = texts('en')
const words = '三楼打印机坏了'
const vpn = 'Our VPN has been down for the whole office since nine'

type At = Pick<Message, 'conversation' | 'id' | 'thread'>

/** Posts what a client of somebody's own making could: this data, on a message of this id. */
const forges = async (
  { teams }: TeamsStory,
  person: string,
  { conversation, id, thread = id }: At,
  accord: object,
  as: 'execute' | 'submit' = 'execute',
) => {
  const { world } = teams
  const data = { accord }
  const way =
    as === 'submit'
      ? { type: 'message', id: world.stamp(), value: data }
      : {
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb: 'accord', data }, trigger: 'manual' },
        }
  const where = conversationOf(world, conversation)
  return teams.post(
    activityFrom(world, personOf(world, person), where, { ...way, root: thread, replyToId: id }),
  )
}

describe('a card that others read too', () => {
  it.each(['execute', 'submit'] as const)(
    'T47 is never drawn over by what one of them is answered, whatever their button says of itself (%s)',
    async (as) => {
      const story = await start()
      const { teams } = story
      const { receipt } = await story.reports('zhao', rooms.huaxin, words)
      await story.settled()
      const shown = JSON.stringify(teams.message(rooms.huaxin, receipt.id)?.card)
      const drawn = teams.calls('update').length
      const list = { press: { flow: 'tickets' }, frame: 'own' }
      expect(await forges(story, 'zhao', receipt, list, as)).toMatchObject({ status: 200 })
      if (as === 'submit') await story.told('zhao', zh.lists.columns.next)
      await story.settled()
      expect(teams.calls('update')).toHaveLength(drawn)
      expect(JSON.stringify(teams.message(rooms.huaxin, receipt.id)?.card)).toBe(shown)
    },
  )

  it('T49 T50 is shown to nobody who names it from elsewhere', async () => {
    const story = await start()
    const { teams } = story
    await story.reports('zhao', rooms.huaxin, words)
    const { id } = await story.stands(rooms.engineers, 'HX-1')
    for (const [person, conversation] of [
      ['sun', rooms.huaxin],
      ['sun', teams.personal('sun')],
      ['emma', rooms.bluebird],
    ] as const)
      for (const accord of [
        { back: true, frame: 'over' },
        { press: { flow: 'prefer_language', choice: 'zh-CN' }, frame: 'over' },
      ]) {
        const { status, body } = await forges(story, person, { conversation, id }, accord)
        expect(status).toBe(200)
        expect(body).toMatchObject({ statusCode: 200 })
        expect(JSON.stringify(body)).not.toContain('HX-1')
      }
  })
})

describe('an answer for one person alone', () => {
  it('T50 reaches somebody of another tenant in their own chat there, and nobody in the channel', async () => {
    const story = await start()
    const { teams } = story
    await teams.install({ person: 'emma' })
    const { receipt } = await story.reports('emma', rooms.bluebird, vpn)
    await story.settled()
    await forges(story, 'emma', receipt, { press: { flow: 'tickets' } }, 'submit')
    await story.told('emma', en.lists.columns.next)
    await story.settled()
    expect(JSON.stringify(teams.calls('create'))).not.toContain(teams.person('emma').aad)
    const own = teams.messages(teams.personal('emma')).at(-1)
    const summaries = teams.messages(rooms.bluebird).map(({ summary }) => summary)
    expect(summaries).not.toContain(own?.summary)
    expect(story.problems.join()).not.toContain('an answer reached nobody')
  })
})

describe('acts that mean nothing', () => {
  it('T40 T62 are told to whoever did them each time, to the log once', async () => {
    const story = await start()
    const { receipt } = await story.reports('zhao', rooms.huaxin, words)
    for (let n = 0; n < 20; n += 1)
      expect(await forges(story, 'sun', receipt, { press: { flow: 'a', role: 'executive' } })).toMatchObject({
        status: 501,
      })
    expect(story.problems).toHaveLength(1)
    expect(story.problems[0]).toContain('an act on Teams means nothing here')
    expect(story.problems[0]).not.toContain('executive')
  })
})
