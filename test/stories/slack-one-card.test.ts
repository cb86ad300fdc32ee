import { expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { startSlackStory } from '../support/slack-story.ts'

const start = eachEnds(startSlackStory)
const zh = texts('zh-CN')
const room = 'C0HUAXIN'

it('RS.7 M2.3 a ticket is one card in each person’s chat on Slack, and its news stand below it', async () => {
  const story = await start('socket')
  const { slack } = story
  const { card, receipt } = await story.reports('U0ZHAO', room, '三楼打印机坏了')
  const ours = { channel: 'C0ENG', ts: card.ts }
  const fills = zh.flows.escalate
  await story.fills('U0ZHAO', { channel: room, ts: receipt.ts }, zh.buttons.escalate, {
    [fills.reason]: '一直没有人来',
  })
  await slack.person('U0LI').press(ours, zh.buttons.claim)
  await story.settled()
  await story.fills('U0LI', ours, zh.buttons.resolve, { [zh.flows.resolve.description]: '更换了定影器' })
  await story.settled()
  const dms = ['U0LI', 'U0CHEN', 'U0ZHOU', 'U0SUN'].map((id) => slack.person(id).dm())
  const isTop = ({ ts, thread_ts }: { readonly ts: string; readonly thread_ts?: string }) =>
    thread_ts === undefined || thread_ts === ts
  const cardsOf = dms.map((dm) => slack.messages(dm).filter(isTop))
  for (const cards of cardsOf) expect(cards).toHaveLength(1)
  const below = dms.flatMap((dm) => slack.messages(dm).filter((one) => !isTop(one)))
  expect(below.length).toBeGreaterThan(1)
})
