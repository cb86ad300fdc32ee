import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const close = async (id: string): Promise<void> => {
  await story.presses('li', { flow: 'claim', item: id })
  await story.fills('li', { flow: 'resolve', item: id }, { description: '换了网线', workaround: 'no' })
  await story.presses('zhao', { flow: 'confirm_solution', item: id })
  await story.presses('chen', { flow: 'close', item: id })
}

describe('words that say no trouble', () => {
  it('become no ticket, and are answered', async () => {
    const courtesies = [
      ...[':+1:', 'thanks :smile:', '谢谢:pray:', '謝謝！', '\u2066好的\u2069', 'ｔｈａｎｋｓ'],
      ...['@李强 谢谢 👍🏽', '／帮助', '/幫助', '\u200b帮\u200b助', '@李强 帮助', '（帮助）', '— 幫助'],
    ]
    for (const [index, words] of courtesies.entries()) {
      await story.says('zhao', words)
      expect(story.posts('direct:zhao'), words).toHaveLength(index + 1)
    }
    const withNames = [
      'thanks @Oliver Grant',
      '@\u2068oliver grant\u2069 help',
      '＠Oliver\u00a0Grant，thanks',
    ]
    for (const [index, words] of withNames.entries()) {
      await story.says('emma', words)
      expect(story.posts('direct:emma'), words).toHaveLength(index + 1)
    }
    expect(await story.store.load(['HX-1', 'BB-1'])).toEqual([])
  })

  it('that only ask how things stand are answered, of several by the list, and are no new ticket', async () => {
    await story.says('zhao', '请问进展如何？')
    expect(story.posts('direct:zhao').at(-1)?.card.summary).toBe('您没有未关闭的事件。')
    await story.says('zhao', '三楼打印机坏了')
    await story.says('zhao', '请问进展如何？')
    expect(story.posts('direct:zhao').at(-1)?.card.summary).toContain('HX-1还没有人接单')
    expect(await story.store.load(['HX-2'])).toEqual([])
  })

  it('T41 keeps a report as it was said, whatever is written around its command', async () => {
    await story.says('zhao', '／報障：三樓𠮷野家的\u200b打印機壞了 👨‍👩‍👧 :fire:')
    expect(await story.ticket('HX-1')).toMatchObject({ text: '三樓𠮷野家的\u200b打印機壞了 👨‍👩‍👧 :fire:' })
  })
})

describe('a command that needs a form', () => {
  it('is answered with the form’s title, and once with what to do', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.says('li', '提交解决 HX-1')
    expect(story.posts('direct:li').at(-1)?.card).toMatchObject({
      title: 'HX-1 · 提交解决',
      blocks: [{ type: 'text', text: '点击按钮填写表单。' }],
      summary: 'HX-1 · 提交解决 · 点击按钮填写表单。',
    })
  })
})

describe('a ticket’s number', () => {
  it.each(['HX 1 还是慢', '工单HX-1还是慢', '你好，HX-1还是慢', 'ticket hx 1 还是慢'])(
    'has the words after it heard as words to that one: %s',
    async (words) => {
      await story.says('zhao', '三楼打印机坏了')
      await story.presses('li', { flow: 'claim', item: 'HX-1' })
      await story.says('zhao', words)
      expect(await story.store.load(['HX-2'])).toEqual([])
      expect(story.shown('direct:li')).toContain('还是慢')
    },
  )
})

describe('praise or blame that says no score', () => {
  it.each(['差评', '给个差评！', '好评', 'bad review', '差评，太慢了'])(
    'M3.2 is asked for one where a ticket waits for it: %s',
    async (words) => {
      await story.says('zhao', '三楼打印机坏了')
      await close('HX-1')
      await story.says('zhao', words)
      expect(await story.store.load(['HX-2'])).toEqual([])
      expect(story.posts('direct:zhao').at(-1)?.card.title).toContain('HX-1')
      expect((await story.ticket('HX-1')).rating).toBeUndefined()
    },
  )

  it('is no report where none does', async () => {
    for (const words of ['差评', '给个好评', 'bad review']) await story.says('zhao', words)
    expect(await story.store.load(['HX-1'])).toEqual([])
    await story.says('zhao', '差评系统打不开')
    expect(await story.ticket('HX-1')).toMatchObject({ text: '差评系统打不开' })
  })
})

describe('a score', () => {
  it('said outside the thread is for the closed ticket that waits for it', async () => {
    const said = [
      ...[
        'rate 5 stars',
        'rate 5/5',
        '评价 5分',
        '評價５分',
        '评分：五星',
        '5 stars',
        '5分',
        '５',
        '五星好评',
      ],
      ...['★★★★★', ':star::star::star::star::star:', '👍 5分', '@李强 满分', '(5 stars)', '5 @李强'],
      ...['打5分，谢谢', 'rate 5 stars please'],
    ]
    for (const [index, words] of said.entries()) {
      const id = `HX-${index + 1}`
      await story.says('zhao', `${index}楼打印机坏了`)
      await close(id)
      await story.says('zhao', words)
      expect(await story.ticket(id), words).toMatchObject({ status: 'closed', rating: { score: 5 } })
    }
    expect(await story.store.load([`HX-${said.length + 1}`])).toEqual([])
  })

  it('is for the ticket whose number it follows, and a word to it where it cannot be scored', async () => {
    const said = ['HX-1 5 stars', '＃HX-2：评价 5分', '【HX-3】★★★★★', 'hx4 rate 5']
    for (const [index, words] of said.entries()) {
      await story.says('zhao', `${index}楼打印机坏了`)
      await close(`HX-${index + 1}`)
      await story.says('zhao', words)
      expect(await story.ticket(`HX-${index + 1}`), words).toMatchObject({ rating: { score: 5 } })
    }
    await story.says('zhao', '五楼打印机坏了')
    await story.says('zhao', 'HX-5 5分')
    expect(await story.ticket('HX-5')).toMatchObject({ status: 'new' })
    expect(await story.types('HX-5')).toContain('ticket.message_added')
  })

  it('is understood in a room too, where it cannot be anything else', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await close('HX-1')
    await story.says('zhao', '5 stars', { in: 'huaxin', addressed: true })
    expect(await story.ticket('HX-1')).toMatchObject({ rating: { score: 5 } })
  })

  it('that there is none like is asked for, and makes no ticket', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await close('HX-1')
    for (const words of ['10分', '10', '4.5 stars', '⭐', 'rate 6']) {
      const reply = await story.commands('zhao', words)
      expect(reply, words).toMatchObject({ kind: 'ask', form: { flow: 'rate', item: 'HX-1' } })
    }
    expect((await story.ticket('HX-1')).rating).toBeUndefined()
    expect(await story.store.load(['HX-2'])).toEqual([])
  })

  it('is asked for which, where several wait for it', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.says('zhao', '四楼断网了')
    await close('HX-1')
    await close('HX-2')
    await story.says('zhao', '4分')
    const buttons = story.posts('direct:zhao').at(-1)?.card.buttons ?? []
    expect(buttons.map(({ press }) => [press.item, press.choice]).toSorted()).toEqual([
      ['HX-1', 'score:4'],
      ['HX-2', 'score:4'],
    ])
    expect((await story.ticket('HX-1')).rating).toBeUndefined()
  })

  it('is an answer while something is asked, and a report where nothing waits for a score', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.fills(
      'li',
      { flow: 'ask', item: 'HX-1' },
      { kind: 'information', text: '几台？', of: 'zhao' },
    )
    await story.says('zhao', '5')
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress' })
    await story.says('zhao', '5分钟后全公司断网')
    expect(await story.ticket('HX-2')).toMatchObject({ text: '5分钟后全公司断网' })
  })
})

describe('people by name', () => {
  const reassigned = async (words: string): Promise<string | undefined> => {
    await story.says('li', `转派 HX-1 ${words}`)
    return (await story.ticket('HX-1')).assignee
  }
  const report = async (): Promise<void> => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('chen', { flow: 'claim', item: 'HX-1' })
  }

  it('are taken by whole names only', async () => {
    await report()
    for (const words of ['listen to the fan', '李伟伟 更熟悉', 'lights', 'li-ion battery'])
      expect(await reassigned(words), words).toBe('chen')
    expect(await reassigned('李伟：更熟悉打印机')).toBe('li')
  })

  it('are never guessed between two who are called the same, and are told apart', async () => {
    await reorganise(story, [/( {2}wang:\n {4}name: )[^\n]+/, '$1李伟'])
    await report()
    expect(await reassigned('李伟：更熟悉打印机')).toBe('chen')
    const reply = await story.presses('chen', { flow: 'reassign', item: 'HX-1' })
    const field = reply.kind === 'ask' ? reply.form.fields.find(({ name }) => name === 'to') : undefined
    const labels = field?.kind === 'person' ? field.people.map(({ label }) => label) : []
    expect(labels.filter((label) => label.startsWith('李伟'))).toHaveLength(2)
    expect(new Set(labels).size).toBe(labels.length)
    expect(await reassigned('wang：更熟悉打印机')).toBe('wang')
  })
})
