import { describe, expect, it } from 'vitest'
import { blockLimits } from './block-limits.ts'
import { actions, button, input, option, options, plain, section, select } from './block-samples.ts'
import { validateBlocks } from './blocks/validate-blocks.ts'

describe('blocks', () => {
  it.each(blockLimits)('hold %s to its limit', (_, allowed, tooMuch, pointer) => {
    expect(validateBlocks([allowed], 'message')).toEqual([])
    expect(validateBlocks([tooMuch], 'message').join('\n')).toContain(`[json-pointer:/blocks${pointer}]`)
  })

  it('count code points, not units', () => {
    expect(validateBlocks([{ type: 'header', text: plain('🎫'.repeat(150)) }], 'message')).toEqual([])
    expect(validateBlocks([{ type: 'header', text: plain('🎫'.repeat(151)) }], 'message')).toHaveLength(1)
  })

  it.each([
    ['message', 50],
    ['modal', 100],
    ['home', 100],
  ] as const)('are no more in a %s than %i', (surface, most) => {
    expect(validateBlocks(Array(most).fill({ type: 'divider' }), surface)).toEqual([])
    expect(validateBlocks(Array(most + 1).fill({ type: 'divider' }), surface)).toEqual([
      `no more than ${most} items allowed [json-pointer:/blocks]`,
    ])
  })

  it.each([
    ['an unknown type', { type: 'marquee' }, '/0/type'],
    ['an unknown element', actions({ type: 'lever' }), '/0/elements/0/type'],
    ['an element out of place', actions({ type: 'plain_text_input' }), '/0/elements/0/type'],
    ['an unknown property', { type: 'divider', colour: 'red' }, '/0'],
    ['an empty text', section({ text: plain('') }), '/0/text/text'],
    ['formatted text in a header', { type: 'header', text: { type: 'mrkdwn', text: 'x' } }, '/0/text/type'],
    [
      'formatted text on a button',
      actions(button({ text: { type: 'mrkdwn', text: 'x' } })),
      '/0/elements/0/text/type',
    ],
    ['a section of nothing', { type: 'section' }, '/0'],
    ['a select without options', actions(select({})), '/0/elements/0'],
    [
      'an initial option that is not offered',
      actions(select({ options: options(2), initial_option: option('other') })),
      '/0/elements/0',
    ],
    ['an address that is none', actions(button({ url: 'javascript:alert(1)' })), '/0/elements/0/url'],
    ['a colour of button there is not', actions(button({ style: 'warning' })), '/0/elements/0/style'],
    [
      'a bad emoji name',
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'emoji', name: ':ticket:' }] }],
      },
      '/0/elements/0/elements/0/name',
    ],
  ])('may not have %s', (_, block, pointer) => {
    expect(validateBlocks([block], 'message').join('\n')).toContain(`[json-pointer:/blocks${pointer}]`)
  })

  it('have ids of their own, and elements within a block too', () => {
    expect(
      validateBlocks([section({ block_id: 'a' }), section({ block_id: 'a' })], 'message').join(),
    ).toContain('/blocks/1/block_id')
    const same = [button({ action_id: 'a' }), button({ action_id: 'a' })]
    expect(validateBlocks([actions(...same)], 'message').join()).toContain('/blocks/0/elements/1/action_id')
    expect(validateBlocks([actions(same[0]), actions(same[1])], 'message')).toEqual([])
  })

  it('allow one table to a message and none to a modal', () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }
    expect(validateBlocks([table], 'message')).toEqual([])
    expect(validateBlocks([table, table], 'message')).toHaveLength(1)
    expect(validateBlocks([table], 'modal').join()).toContain('unsupported type: table')
  })

  it('may not have an input of files outside a modal', () => {
    expect(validateBlocks([input({ type: 'file_input' })], 'modal')).toEqual([])
    expect(validateBlocks([input({ type: 'file_input' })], 'home').join()).toContain('/blocks/0/element/type')
  })
})
