import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import type { Card } from '../../src/chat/card.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { texts } from '../../src/text/texts.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const cardOf = (reply: Reply): Card => {
  if (reply.kind !== 'show') throw new Error(`no card but ${reply.kind}`)
  return reply.card
}
const linesOf = ({ blocks }: Card) => blocks.flatMap((block) => (block.type === 'text' ? [block.text] : []))
const people = ['zhao', 'sun', 'emma', 'oliver', 'li', 'wang', 'chen', 'zhou']

describe('help', () => {
  it('is five things for each person, and leads to every other by a button of its group', async () => {
    const directory = await story.store.directories.whose({ platform: 'web', team: 'local', user: 'li' })
    const known = directory?.people ?? {}
    for (const user of people) {
      const card = cardOf(await story.commands(user, 'help'))
      expect(linesOf(card).length, user).toBeLessThanOrEqual(5)
      const groups = card.buttons.filter(({ press }) => press.flow === 'help')
      const found: string[] = []
      for (const { press } of groups) found.push(...linesOf(cardOf(await story.presses(user, press))))
      const person = known[user]
      if (person === undefined) throw new Error(user)
      const may = flows.filter(({ help, may: mayUse }) => help !== undefined && mayUse(person))
      expect(found.length, user).toBe(may.length)
      expect(new Set(found).size, user).toBe(may.length)
    }
  })

  it('begins with what waits for this person', async () => {
    await story.says('emma', 'Our tills are down')
    await story.presses('li', { flow: 'claim', item: 'BB-1' })
    await story.fills('li', { flow: 'resolve', item: 'BB-1' }, { description: 'done', workaround: 'no' })
    const card = cardOf(await story.commands('emma', 'help'))
    expect(linesOf(card)[0]).toBe('BB-1 · Our tills are down waits for you.')
    expect(linesOf(card)).toHaveLength(5)
    expect(card.buttons[0]?.press).toMatchObject({ item: 'BB-1' })
  })

  it('shows the group of a word, in either language, and is no report', async () => {
    const en = texts('en').flows.help
    for (const words of ['help close', 'help solved', 'help agree', '帮助 已解决', 'help Decide and agree'])
      expect(linesOf(cardOf(await story.commands('emma', words))).join(), words).toContain(
        en.confirm_solution.replace('HX', 'BB'),
      )
    expect(linesOf(cardOf(await story.commands('li', '帮助 接单'))).join()).toContain(
      texts('zh-CN').flows.help.claim,
    )
    await story.says('emma', 'help desk printer broken')
    expect(await story.ticket('BB-1')).toMatchObject({ text: 'help desk printer broken' })
  })
})
