import { describe, expect, it } from 'vitest'
import { formCard } from '../../../adapters/teams/form.ts'
import { render } from '../../../adapters/teams/render.ts'
import { lives } from '../../announce/lives.ts'
import { directoryIn } from '../../announce/worlds.ts'
import { validateCard } from '../../support/teams/cards/validate-card.ts'
import { formsIn } from '../shared/forms-in.ts'
import { lookUps, type Named, noticesOf, viewsOf } from '../shared/named-cards.ts'
import { outlineCard, outlineMessages } from './card-outline.ts'

describe.each(['en', 'zh-CN'] as const)('the cards in Teams (%s)', (language) => {
  const directory = directoryIn(language)
  const logs = lives(directory)
  const drawn = (cards: readonly Named[]): string =>
    cards
      .map(({ name, card }) => {
        const messages = render(card, { language })
        expect(
          messages.flatMap((message) => validateCard(message.card)),
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
    const at = { platform: 'teams', team: 'tenant-1', conversation: '19:ops@thread.tacv2' } as const
    const messages = render(card ?? expect.fail('there is no such card'), {
      language,
      thread: { ...at, message: '1780000000000' },
    })
    expect(messages.flatMap((message) => validateCard(message.card))).toEqual([])
    await expect(`${outlineMessages(messages)}\n`).toMatchFileSnapshot(golden('alone'))
  })

  it('the forms, over a card', async () => {
    const cards = formsIn(language).map((form) => formCard(form, { language, frame: 'over', windows: true }))
    expect(cards.length).toBeGreaterThan(15)
    expect(cards.flatMap(validateCard)).toEqual([])
    await expect(`${cards.map(outlineCard).join('\n\n')}\n`).toMatchFileSnapshot(golden('forms'))
  })

  it('the JSON itself, for one card that has nearly everything', async () => {
    const card = viewsOf(logs.slice(0, 1), directory, language, 'customer').find(
      ({ name }) => name === 'ticket after ticket.reported',
    )?.card
    const messages = render(card ?? expect.fail('there is no such card'), { language })
    await expect(`${JSON.stringify(messages, null, 2)}\n`).toMatchFileSnapshot(
      `./golden/card.${language}.json`,
    )
  })
})
