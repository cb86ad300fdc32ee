import { describe, expect, it } from 'vitest'
import { homeView } from '../../../adapters/slack/home-view.ts'
import { type Block, type Button, type Card, card } from '../../../src/chat/card.ts'
import { homeCard } from '../../../src/view/home-card.ts'
import type { HomeLists } from '../../../src/view/home-sections.ts'
import { lives, occasionsOf } from '../../announce/lives.ts'
import { directoryIn } from '../../announce/worlds.ts'
import { validateView } from '../../support/slack/blocks/validate-view.ts'
import { ticketRow } from '../../support/ticket-views.ts'
import { missingFrom, textsIn } from '../shared/shown-texts.ts'
import { outlineView } from './render-outline.ts'

const open: Button = { label: 'Open', style: 'normal', press: { flow: 'status', item: 'HX-1' } }
const rows = (count: number): Block => ({
  type: 'table',
  columns: ['Ticket', 'What', 'Status'],
  rows: Array.from({ length: count }, (_, row) => ({ cells: [`HX-${row}`, 'VPN', 'new'], button: open })),
})
const draw = (parts: Partial<Card>) =>
  homeView({ card: card({ summary: 'All is quiet.', ...parts }), language: 'en' })

describe.each(['en', 'zh-CN'] as const)('Home in Slack (%s)', (language) => {
  it('is a page for each role within every limit', async () => {
    const directory = directoryIn(language)
    const [log = []] = lives(directory)
    const occasion = occasionsOf(log, directory).findLast(({ event }) => event.type === 'ticket.breached')
    const { after: state, seq, now } = occasion ?? expect.fail('nothing was missed')
    const pages = ['wang', 'chen', 'zhao', 'zhou'].flatMap((who) =>
      [true, false].map((filled) => {
        const person = directory.people[who] ?? expect.fail(`nobody is called ${who}`)
        const reading = { language, zone: 'Asia/Shanghai', now, directory, audience: person.side } as const
        const rows = [ticketRow(state, seq, reading, { person })]
        const known: HomeLists = filled ? { open: rows, mine: rows, waiting: rows, risk: rows } : {}
        return {
          who,
          view: homeView({ card: homeCard(person, known, reading, { follows: true, counts: [] }), language }),
        }
      }),
    )
    expect(pages.flatMap(({ view }) => validateView(view, 'home'))).toEqual([])
    const golden = pages.map(({ who, view }) => `## ${who}\n${outlineView(view)}\n`).join('\n')
    await expect(golden).toMatchFileSnapshot(`./golden/home.${language}.txt`)
  })
})

describe('Home in Slack', () => {
  it('has what one can do on top, and a headline above each list', () => {
    const view = draw({
      title: 'Your work',
      blocks: [
        { type: 'divider' },
        { type: 'text', text: 'Mine' },
        rows(1),
        { type: 'note', text: 'As of now.' },
      ],
      buttons: [{ ...open, label: 'Report' }],
    })
    expect(view.blocks.map(({ type }) => type)).toEqual([
      'header',
      'actions',
      'divider',
      'header',
      'section',
      'context',
    ])
  })

  it('says when there is nothing', () => {
    expect(textsIn(draw({}).blocks)).toEqual(['All is quiet.'])
  })

  it('T42 says how many more there are than a page holds', () => {
    const view = draw({ title: 'Your work', blocks: [rows(180)], buttons: [open] })
    expect(validateView(view, 'home')).toEqual([])
    expect(view.blocks.length).toBe(100)
    expect(textsIn(view.blocks).at(-1)).toBe('83 more are not shown.')
  })

  it('shows every word of a page it holds', () => {
    const one = card({
      summary: 's',
      title: 'T',
      blocks: [{ type: 'quote', text: 'x'.repeat(40_000) }, rows(20)],
    })
    expect(missingFrom(homeView({ card: one, language: 'en' }).blocks, one)).toEqual([])
  })
})
