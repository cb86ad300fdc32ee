import { describe, expect, it } from 'vitest'
import { render } from '../../../adapters/slack/render.ts'
import { lives } from '../../announce/lives.ts'
import { directoryIn } from '../../announce/worlds.ts'
import { validateBlocks } from '../../support/slack/blocks/validate-blocks.ts'
import { lookUps, type Named, noticesOf, viewsOf } from '../shared/named-cards.ts'
import { outlineMessages } from './render-outline.ts'

describe.each(['en', 'zh-CN'] as const)('the cards in Slack (%s)', (language) => {
  const directory = directoryIn(language)
  const logs = lives(directory)
  const drawn = (cards: readonly Named[]): string =>
    cards
      .map(({ name, card }) => {
        const messages = render(card, { language })
        expect(
          messages.flatMap(({ blocks }) => validateBlocks(blocks, 'message')),
          name,
        ).toEqual([])
        return `## ${name}\n${outlineMessages(messages)}\n`
      })
      .join('\n')
  const golden = (name: string) => `./golden/${name}.${language}.txt`

  it.each(['supplier', 'customer'] as const)('RS.2 RS.5c RS.8 the living card (%s)', async (side) => {
    const cards = viewsOf(logs.slice(0, 1), directory, language, side).filter(({ name }) =>
      name.startsWith('ticket'),
    )
    await expect(drawn(cards)).toMatchFileSnapshot(golden(`card-${side}`))
  })

  it.each(['supplier', 'customer'] as const)(
    'M2.2 M2.3 M2.4 what they look up in a ticket (%s)',
    async (side) => {
      const cards = viewsOf(logs.slice(0, 1), directory, language, side).filter(
        ({ name }) => !name.startsWith('ticket') && name.endsWith('after ticket.breached'),
      )
      await expect(drawn(cards)).toMatchFileSnapshot(golden(`look-up-${side}`))
    },
  )

  it('RS.1 RS.3 RS.6d what is agreed, who is on duty, what would come', async () => {
    await expect(drawn(lookUps(directory, language))).toMatchFileSnapshot(golden('look-up'))
  })

  it.each(['supplier', 'customer'] as const)('RS.7 the notices (%s)', async (side) => {
    const cards = noticesOf(logs, directory).filter((notice) => notice.side === side)
    await expect(drawn(cards)).toMatchFileSnapshot(golden(`notices-${side}`))
  })

  it('what somebody is told alone, with the way to its thread', async () => {
    const card = viewsOf(logs.slice(0, 1), directory, language, 'supplier').find(
      ({ name }) => name === 'ticket after ticket.reported',
    )?.card
    const way = 'https://helix.slack.com/archives/C0ENG/p1780000000000000'
    const messages = render(card ?? expect.fail('there is no such card'), { language, way })
    expect(messages.flatMap(({ blocks }) => validateBlocks(blocks, 'message'))).toEqual([])
    await expect(`${outlineMessages(messages)}\n`).toMatchFileSnapshot(golden('alone'))
  })

  it('the blocks themselves, for one card that has them all', async () => {
    const card = viewsOf(logs.slice(0, 1), directory, language, 'customer').find(
      ({ name }) => name === 'ticket after ticket.reported',
    )?.card
    const messages = render(card ?? expect.fail('there is no such card'), { language })
    await expect(`${JSON.stringify(messages, null, 2)}\n`).toMatchFileSnapshot(
      `./golden/blocks.${language}.json`,
    )
  })
})
