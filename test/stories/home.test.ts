import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import type { Actor } from '../../src/domain/item/item.ts'
import { createBot } from '../../src/main/bot.ts'
import { createLog } from '../../src/process/log.ts'
import { kinds } from '../../src/work/kinds.ts'
import { recordingAdapter } from '../support/recording-adapter.ts'
import { reorganise } from '../support/reorganise.ts'
import { stillQueue } from '../support/still-queue.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'
import { draw } from '../view/draw.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
  await settle()
})
afterEach(() => story.end())

const settle = async (bot = story.bot) => {
  await story.settle()
  bot.homes.kick()
  await bot.homes.idle()
}
const opens = async (...users: readonly string[]) => {
  for (const user of users) await story.presses(user, { flow: 'home' })
  await settle()
}
/** Time goes by, more than lies between two drawings of a page, and whatever is due is drawn. */
const later = async (ms = 1_000) => {
  story.sleeps(ms)
  await settle()
}
const drawings = (user: string) => story.chat.drawings.filter(({ account }) => account.user === user)
/** What stands on somebody’s page. */
const page = (user: string): string => {
  const last = drawings(user).at(-1)
  if (last === undefined) throw new Error(`${user} has no page`)
  return draw(last.card)
}
const li: Actor = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' }
const progress = (text: string) =>
  story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.update', text } }], li)

/** Another process on the same database; `chat` is where it draws pages, if anywhere. */
const otherBot = (chat?: ReturnType<typeof recordingAdapter>) => {
  const { store, now } = story
  const { home: _, ...homeless } = recordingAdapter().adapter
  const adapters = { web: chat?.adapter ?? homeless }
  const log = createLog({ level: 'error', write: () => {} })
  return createBot({ store, kinds, queue: stillQueue, adapters, flows, now, reference: () => 'other', log })
}

describe('a personal page', () => {
  it('is drawn when it is opened, for each in their language, role and zone', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.says('emma', 'The till is down')
    await opens('zhao', 'emma', 'li', 'wang', 'chen')
    expect(drawings('zhao')).toMatchObject([{ language: 'zh-CN', zone: 'Asia/Shanghai' }])
    expect(drawings('emma')).toMatchObject([{ language: 'en', zone: 'Europe/London' }])
    expect(page('zhao')).toContain(
      '您未关闭的事件\n编号 | 内容 | 状态 | 下一步 | 截止时间\n● 三级（P3） | HX-1 | 三楼打印机坏了',
    )
    expect(page('emma')).toContain('Your open tickets')
    expect(page('emma')).toContain('BB-1 | The till is down | new')
    expect(page('li')).toContain('您正在值班：一线服务台')
    expect(page('li')).toContain('尚未接单的事件')
    expect(page('wang')).toContain('Nobody has taken these yet')
    expect(page('wang')).toContain('You are on duty: second line.')
    expect(page('chen')).toContain('已超时或有风险的事件')
  })

  it.each([
    ['zhao', '截至11月2日（周一）10:00（GMT+8）。', '截至11月2日（周一）10:00（GMT+8），有变化时自动更新。'],
    [
      'emma',
      'As of Mon 2 Nov 02:00 GMT.',
      'As of Mon 2 Nov 02:00 GMT. It is drawn anew whenever something happens.',
    ],
  ])(
    'promises to be kept up to date only where it is, not as an answer in a chat: %s',
    async (user, moment, promise) => {
      await opens(user)
      expect(page(user)).toContain(`(${promise})`)
      await story.says(user, 'home')
      const answer = story.posts(`direct:${user}`).at(-1)
      expect(answer && draw(answer.card)).toContain(`(${moment})`)
    },
  )

  it('is drawn anew when something happens, and never otherwise', async () => {
    await opens('zhao', 'li')
    expect(page('zhao')).toContain('您没有未关闭的事件')
    for (let minute = 0; minute < 60; minute += 1) await later(60_000)
    expect(story.chat.drawings).toHaveLength(2)
    await story.says('zhao', '三楼打印机坏了')
    await later()
    expect(page('zhao')).toContain('HX-1')
    expect(page('li')).toContain('[接单]')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await later()
    expect(page('zhao')).toContain('处理中 | 李伟')
    expect(page('li')).toContain('您负责的事件')
    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, { description: '换了硒鼓', workaround: 'no' })
    await later()
    expect(page('zhao')).toContain(
      '待您处理\n编号 | 内容 | 待办\n● 三级（P3） | HX-1 | 三楼打印机坏了 | 请确认是否已解决。',
    )
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' })
    await later()
    expect(page('zhao')).not.toContain('待您处理\n')
  })

  it('is drawn anew by what the bot itself does: the alarm of a promise, an escalation', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await opens('zhao', 'zhou', 'chen')
    expect(page('zhao')).not.toContain('已超时')
    await story.passes(20 * 60_000)
    await later()
    expect(page('zhao')).toContain('已超时')
    expect(page('zhou')).toContain('请确认收到升级通知。')
    expect(page('chen')).toContain('尚未确认收到的升级')
    await story.presses('zhou', { flow: 'acknowledge_escalation', item: 'HX-1' })
    await later()
    expect(page('zhou')).not.toContain('请确认收到升级通知。')
  })

  it('is one drawing for however much happened within its pace', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await opens('zhao')
    const before = drawings('zhao').length
    for (let n = 0; n < 30; n += 1) {
      expect((await progress(`第${n}步`)).ok).toBe(true)
      await settle()
    }
    expect(drawings('zhao')).toHaveLength(before)
    await later()
    expect(drawings('zhao')).toHaveLength(before + 1)
    await later(60_000)
    expect(drawings('zhao')).toHaveLength(before + 1)
  })

  it('is drawn by one process, whichever it is', async () => {
    const other = otherBot(story.chat)
    await opens('zhao', 'li', 'chen')
    const before = story.chat.drawings.length
    await story.says('zhao', '三楼打印机坏了')
    story.sleeps(1_000)
    story.bot.homes.kick()
    other.homes.kick()
    await Promise.all([story.bot.homes.idle(), other.homes.idle()])
    expect(story.chat.drawings).toHaveLength(before + 3)
    await other.stop()
  })

  it('is brought up to date by the next change when word of one was lost', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await opens('zhao')
    await later()
    const before = drawings('zhao').length
    const dies = otherBot()
    const claimed = await dies.order([{ item: 'HX-1', wish: { do: 'ticket.claim' } }], li)
    expect(claimed.ok).toBe(true)
    await dies.stop()
    await later()
    expect(drawings('zhao')).toHaveLength(before)
    await story.says('sun', '邮箱打不开')
    await later()
    expect(page('zhao')).toContain('李伟')
  })

  it('speaks the other language at one tap', async () => {
    await opens('zhao')
    const [last] = drawings('zhao')
    const press = last?.card.buttons.find(({ label }) => label === 'English')?.press
    if (press === undefined) throw new Error('there is no such button')
    await story.presses('zhao', press)
    await later()
    expect(page('zhao')).toContain('Nothing waits for you.')
    expect(drawings('zhao').at(-1)).toMatchObject({ language: 'en' })
  })

  it('says by itself when somebody else comes on duty', async () => {
    const daily = 'tier: 1, members: [li, wang], rotate: daily, since: 2026-11-01, handover: "09:00"'
    await reorganise(story, ['tier: 1, members: [li, wang]', daily])
    await opens('li', 'wang')
    expect(page('wang')).toContain('You are on duty: first line until 3 Nov 09:00 and second line.')
    expect(page('li')).toContain('一线服务台值班: 王芳，至11月3日09:00')
    const before = story.chat.drawings.length
    await later(22 * 3_600_000)
    expect(story.chat.drawings).toHaveLength(before)
    await later(3_600_000)
    expect(page('li')).toContain('您正在值班：一线服务台（至11月4日09:00）')
    expect(page('wang')).toContain('On duty, first line: Li Wei (李伟)')
  })
})

describe('what a page shows', () => {
  it('T49 T54 is the reader’s own: no other customer’s ticket, nothing of the supplier’s business', async () => {
    await story.says('zhao', '秘密的打印机坏了')
    await opens('zhao', 'sun', 'emma', 'oliver')
    const before = drawings('emma').length
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.says('li', 'note HX-1: 秘密的备注')
    await story.passes(20 * 60_000)
    await later()
    expect(drawings('emma')).toHaveLength(before)
    await story.says('emma', 'The till is down')
    await later()
    for (const user of ['emma', 'oliver']) {
      expect(page(user)).toContain('BB-1')
      const shown = JSON.stringify(drawings(user))
      for (const word of ['HX-', '秘密', '李伟', '值班']) expect(shown, `${user} ${word}`).not.toContain(word)
    }
    for (const user of ['zhao', 'sun']) {
      expect(page(user)).toContain('HX-1')
      const shown = JSON.stringify(drawings(user))
      for (const word of ['BB-', '备注', '值班', '陈静']) expect(shown, `${user} ${word}`).not.toContain(word)
    }
  })

  it('T49 is wiped when its person is no longer known, and the page is forgotten', async () => {
    await story.says('zhao', '秘密的打印机坏了')
    await opens('zhao')
    expect(page('zhao')).toContain('秘密')
    await reorganise(story, ['    accounts: [{ platform: web, user: zhao }]', '    accounts: []'])
    await later()
    const saying = await wordsTo('mallory')
    expect(page('zhao')).toBe(`#  (neutral)\n${saying}\n= ${saying}`)
    const before = drawings('zhao').length
    await story.says('sun', '邮箱打不开')
    await later()
    expect(drawings('zhao')).toHaveLength(before)
  })

  it('T49 is the new organisation’s when a person moved there', async () => {
    await story.says('zhao', '秘密的打印机坏了')
    await opens('zhao')
    await reorganise(story, [/(name: 赵敏\n {4}organisation: )huaxin/, '$1bluebird'])
    await later()
    expect(page('zhao')).not.toContain('HX-1')
    const before = drawings('zhao').length
    await story.says('sun', '邮箱打不开')
    await later()
    expect(drawings('zhao')).toHaveLength(before)
    await story.says('zhao', 'The till is down')
    await later()
    expect(page('zhao')).toContain('BB-1')
  })

  it('is a word to a stranger, once', async () => {
    await opens('mallory')
    expect(page('mallory')).toContain('I do not know this account')
    await story.says('zhao', '秘密的打印机坏了')
    await later(60_000)
    expect(drawings('mallory')).toHaveLength(1)
  })

  /** What the bot says to an account it does not know. */
  const wordsTo = async (user: string): Promise<string> => {
    const reply = await story.presses(user, { flow: 'help' })
    if (reply.kind !== 'refuse') throw new Error('a stranger was let in')
    return reply.saying
  }
})

describe('a page that cannot be drawn', () => {
  it('T19 is forgotten when its person cannot be reached, until they open it again', async () => {
    await opens('zhao', 'li')
    story.chat.answerHomes(({ user }) =>
      user === 'zhao' ? { outcome: 'unreachable', why: 'left the workspace' } : undefined,
    )
    await story.says('zhao', '三楼打印机坏了')
    await later()
    expect(page('li')).toContain('HX-1')
    story.chat.answerHomes(() => undefined)
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await later(60_000)
    expect(drawings('zhao')).toHaveLength(1)
    await opens('zhao')
    expect(page('zhao')).toContain('HX-1')
  })

  it('T07 waits as long as the platform asks, with all others of its workspace, without asking again', async () => {
    await opens('zhao', 'li', 'chen')
    const before = story.chat.drawings.length
    let calls = 0
    story.chat.answerHomes(() => {
      calls += 1
      return { outcome: 'wait', retryAfter: 30_000 }
    })
    await story.says('zhao', '三楼打印机坏了')
    await later()
    expect(calls).toBe(1)
    story.chat.answerHomes(() => undefined)
    await later(28_000)
    expect(story.chat.drawings).toHaveLength(before)
    await later(2_000)
    expect(story.chat.drawings).toHaveLength(before + 3)
  })

  it('is drawn once even where each drawing takes long', async () => {
    const users = ['zhao', 'li', 'chen', 'wang', 'sun', 'zhou']
    await opens(...users)
    await story.says('zhao', '三楼打印机坏了')
    const before = story.chat.drawings.length
    story.chat.answerHomes(() => {
      story.sleeps(14_000)
      return undefined
    })
    await later()
    for (let round = 0; round < users.length; round += 1) await later(60_000)
    const since = story.chat.drawings.slice(before).map(({ account }) => account.user)
    expect(since.toSorted()).toEqual(users.toSorted())
  })

  it.each([
    ['of unknown outcome', () => ({ outcome: 'unknown', why: 'timeout' }) as const],
    [
      'by a fault',
      () => {
        throw new Error('a bug of the renderer')
      },
    ],
  ])('%s is drawn again', async (_, answer) => {
    await opens('zhao')
    story.chat.answerHomes(answer)
    await story.says('zhao', '三楼打印机坏了')
    await later()
    expect(page('zhao')).not.toContain('HX-1')
    story.chat.answerHomes(() => undefined)
    await later(10_000)
    expect(page('zhao')).toContain('HX-1')
  })
})
