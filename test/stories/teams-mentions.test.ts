import { expect, it } from 'vitest'
import { eachEnds } from '../support/each-ends.ts'
import { home, rooms, startTeamsStory } from '../support/teams-story.ts'

const start = eachEnds(startTeamsStory)

it('a colleague mentioned to the bot on Teams stands in the report by the name known here, and hides no command', async () => {
  const story = await start()
  const { teams } = story
  teams.addPerson({ id: 'grace', name: 'Grace Lee', tenant: home })
  await story.organise([/name: 李伟/, 'name: Li Wei'])
  const zhao = teams.person('zhao')
  const answersAfter = async (words: string) => {
    const { id } = await zhao.say(rooms.huaxin, words, { mention: true, mentions: ['grace'] })
    await teams.until(() =>
      teams.messages(rooms.huaxin).find(({ thread, by }) => thread === id && by === undefined),
    )
  }
  for (const words of ['帮助', '，幫助', 'thanks :+1:', '谢谢']) await answersAfter(words)
  expect(await story.store.load(['HX-1'])).toEqual([])

  await zhao.say(rooms.huaxin, '昨天修过的打印机又坏了', { mention: true, mentions: ['li', 'grace'] })
  await story.stands(rooms.engineers, 'HX-1')
  expect(await story.ticket('HX-1')).toMatchObject({
    text: '@Li Wei @Grace Lee 昨天修过的打印机又坏了',
  })
  expect(teams.problems()).toEqual([])
})
