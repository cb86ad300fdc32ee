import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { slackOutbound } from '../support/slack-outbound.ts'
import { home, type SlackStory, startSlackStory } from '../support/slack-story.ts'

const start = eachEnds(startSlackStory)

const engineers = 'C0ENG'
const zh = texts('zh-CN')
const en = texts('en')
const inside = 'zq-inside'
const customers = ['U0ZHAO', 'U0SUN', 'U0EMMA', 'U0OLIVER']

/** Whatever a customer could see of what the bot sent; what Slack alone knows the reader of counts too. */
const beforeCustomers = ({ slack }: SlackStory) => {
  const places = ['C0HUAXIN', 'C0BLUE', ...customers.map((user) => slack.person(user).dm(home))]
  return slackOutbound(slack).filter(
    ({ channel, user }) =>
      places.includes(channel) ||
      customers.includes(user) ||
      customers.includes(channel) ||
      !(channel || user),
  )
}

describe('the engineers’ thread of a ticket', () => {
  it('T54 stays inside, whatever it mentions, quotes, carries or becomes, and whatever anybody looks up', async () => {
    const story = await start('socket')
    const { slack } = story
    const [li, zhao, sun, chen] = ['U0LI', 'U0ZHAO', 'U0SUN', 'U0CHEN'].map((id) => slack.person(id))
    if (!li || !zhao || !sun || !chen) throw new Error('nobody is there')
    const secret = (words: string) => `${words} ${inside} <@U0ZHAO> @赵敏 &gt; HX-1`
    await zhao.openHome()
    await sun.openHome()
    const { ts, card } = await story.reports('U0ZHAO', 'C0HUAXIN', '三楼打印机坏了')
    const at = { channel: engineers, ts: card.ts }
    const within = { thread: card.ts }

    await li.say(engineers, secret('内部'), within)
    await li.say(engineers, secret('带附件'), { ...within, files: [{ name: `${inside}.txt` }] })
    await li.say(engineers, secret('也发到频道'), { ...within, broadcast: true })
    await li.say(engineers, `&gt; 三楼打印机坏了\n${secret('引用')}`, within)
    const noted = await li.say(engineers, secret('再说'), within)
    await story.recorded('HX-1', secret('再说').slice(0, 10))
    await li.edit(engineers, noted.ts, secret('改过'))
    await story.recorded('HX-1', secret('改过').slice(0, 10))
    await li.remove(engineers, noted.ts)
    await li.press(at, zh.buttons.claim)
    await story.stands('C0HUAXIN', '李伟', ts)
    await li.command(engineers, '/运维', `备注 HX-1 ${secret('打字')}`)
    await story.told('U0LI', zh.flows.note.done)
    await story.fills('U0LI', at, zh.buttons.note, { [zh.flows.note.text]: secret('备注') })
    await story.fills('U0LI', at, zh.buttons.reassign, {
      [zh.flows.reassign.to]: '王芳',
      [zh.flows.form.reason]: secret('改派'),
    })
    await story.stands('C0HUAXIN', '王芳', ts)
    await li.say('C0HUAXIN', `<@${slack.bot(home)}> 记录 HX-1`)
    await zhao.say('C0HUAXIN', '在最里面', { thread: ts })
    await story.fills('U0LI', at, zh.buttons.resolve, { [zh.flows.resolve.description]: '换了网线' })
    const proposal = await story.stands('C0HUAXIN', '换了网线', ts)
    for (const [index, words] of [
      'HX-1',
      '记录 HX-1',
      '谁被通知了 HX-1',
      '时限 HX-1',
      '我的工单',
      '预演 HX-1',
    ].entries())
      for (const person of [zhao, sun]) {
        await person.command('C0HUAXIN', '/运维', words)
        await slack.until(() => slack.ephemerals(person.id)[index], `an answer to ${words}`)
      }
    await zhao.press({ channel: 'C0HUAXIN', ts: proposal.ts }, zh.buttons.confirm_solution)
    const confirm = await story.stands(chen.dm(), zh.buttons.close)
    await chen.press({ channel: chen.dm(), ts: confirm.ts }, zh.buttons.close)
    await story.stands('C0HUAXIN', '"action_id":"rate', ts)
    await story.settled()

    const kept = JSON.stringify(await story.events('HX-1'))
    for (const words of ['内部', '带附件', '也发到频道', '引用', '再说', '改过', '打字', '备注', '改派'])
      expect(kept, words).toContain(`${words} ${inside}`)
    expect(JSON.stringify(slackOutbound(slack)), 'the engineers read it').toContain(inside)
    const shown = beforeCustomers(story)
    expect(shown.length).toBeGreaterThan(20)
    const surfaces = ['chat.postMessage', 'chat.update', 'response_url', 'views.publish']
    expect(shown.map(({ by }) => by)).toEqual(expect.arrayContaining(surfaces))
    for (const one of shown) expect(JSON.stringify(one)).not.toContain(inside)
    expect(story.problems).toEqual([])
  })
})

describe('Send to customer', () => {
  it('RS.7 begins with the words it is called on, sends nothing when cancelled, and what is then written when sent', async () => {
    const story = await start('http')
    const { slack } = story
    const wang = slack.person('U0WANG')
    const { ts, card } = await story.reports('U0EMMA', 'C0BLUE', 'Our VPN has been down since nine')
    const draft = `certificate expired, ${inside} &amp; sorry`
    const said = await wang.say(engineers, draft, { thread: card.ts })
    const before = slack.thread('C0BLUE', ts).length

    await wang.messageShortcut(engineers, said.ts, 'send_to_customer')
    const form = await slack.until(() => wang.modal())
    expect(JSON.stringify(form)).toContain(en.flows.update.intro('Bluebird Books'))
    expect(JSON.stringify(form)).toContain(`certificate expired, ${inside} & sorry`)
    await wang.close()
    await story.settled()
    expect(slack.thread('C0BLUE', ts)).toHaveLength(before)

    await wang.messageShortcut(engineers, said.ts, 'send_to_customer')
    await slack.until(() => wang.modal())
    const sent = await wang.submit({ [en.flows.update.text]: 'The certificate expired; we are replacing it' })
    expect(sent.view).toBeUndefined()
    await story.stands('C0BLUE', 'The certificate expired; we are replacing it', ts)
    await story.told('U0WANG', en.flows.update.done)
    for (const one of beforeCustomers(story)) expect(JSON.stringify(one)).not.toContain(inside)
    expect(story.problems).toEqual([])
  })

  it('T51 is not for the customer’s people, wherever they call it', async () => {
    const story = await start('socket')
    const { slack } = story
    const { ts } = await story.reports('U0ZHAO', 'C0HUAXIN', '三楼打印机坏了')
    const said = await slack.person('U0SUN').say('C0HUAXIN', '我来说', { thread: ts })
    await slack.person('U0SUN').messageShortcut('C0HUAXIN', said.ts, 'send_to_customer')
    await story.told('U0SUN', '未作任何变更')
    expect(slack.modals('U0SUN')).toEqual([])
  })
})

describe('the customer’s thread of a ticket', () => {
  it('T43 is followed before the engineers, with what was edited and what was taken back', async () => {
    const story = await start('http')
    const { slack } = story
    const emma = slack.person('U0EMMA')
    const { ts, card } = await story.reports('U0EMMA', 'C0BLUE', 'Our VPN has been down since nine')
    const said = await emma.say('C0BLUE', 'Mail is slow, too', { thread: ts })
    await story.stands(engineers, 'Mail is slow, too', card.ts)
    await emma.edit('C0BLUE', said.ts, 'Mail is down, too')
    await story.stands(engineers, 'Mail is down, too', card.ts)
    await emma.remove('C0BLUE', said.ts)
    await story.stands(engineers, zh.lines.messageDeleted('Emma Clarke'), card.ts)
    expect(slack.thread('C0BLUE', ts).map(({ user }) => user)).toEqual(['U0EMMA', slack.bot(home)])
  })
})
