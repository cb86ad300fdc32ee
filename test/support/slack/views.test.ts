import { describe, expect, it } from 'vitest'
import type { Fields } from '../fake/fields.ts'
import { input, plain, section, x } from './block-samples.ts'
import { controlsIn } from './blocks/controls-in.ts'
import { validateView } from './blocks/validate-view.ts'

describe('views', () => {
  const modal = (more: Fields = {}) => ({
    type: 'modal',
    title: plain('Title'),
    blocks: [section()],
    ...more,
  })

  it.each([
    ['title', { title: plain(x(24)) }, { title: plain(x(25)) }, '/title/text'],
    ['submit', { submit: plain(x(24)) }, { submit: plain(x(25)) }, '/submit/text'],
    ['close', { close: plain(x(24)) }, { close: plain(x(25)) }, '/close/text'],
    ['private_metadata', { private_metadata: x(3000) }, { private_metadata: x(3001) }, '/private_metadata'],
    ['callback_id', { callback_id: x(255) }, { callback_id: x(256) }, '/callback_id'],
  ])('hold %s to its limit', (_, allowed, tooMuch, pointer) => {
    expect(validateView(modal(allowed), 'modal')).toEqual([])
    expect(validateView(modal(tooMuch), 'modal').join()).toContain(`[json-pointer:/view${pointer}]`)
  })

  it('need a title, and a submit button where there is something to fill in', () => {
    const { title: _, ...untitled } = modal()
    expect(validateView(untitled, 'modal')).toEqual(['missing required field: title [json-pointer:/view]'])
    const form = modal({ blocks: [input({ type: 'plain_text_input' })] })
    expect(validateView(form, 'modal').join()).toContain('submit')
    expect(validateView({ ...form, submit: plain('Send') }, 'modal')).toEqual([])
  })

  it('point into the view', () => {
    expect(validateView(modal({ blocks: [{ type: 'marquee' }] }), 'modal')).toEqual([
      'unsupported type: marquee [json-pointer:/view/blocks/0/type]',
    ])
    expect(validateView({ type: 'home', title: plain('x'), blocks: [section()] }, 'home').join()).toContain(
      'invalid additional property: title',
    )
  })
})

describe('what Slack acts on', () => {
  it('is found in text, formatted text and rich text, not in plain text or where it is escaped', () => {
    const rich = (element: Fields) => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [element] }],
    })
    expect(controlsIn({ text: 'a <!channel> b' })).toEqual(['<!channel>'])
    expect(controlsIn({ text: 'a &lt;!channel&gt; b' })).toEqual([])
    expect(
      controlsIn({
        text: '',
        blocks: [section({ text: { type: 'mrkdwn', text: '<@U1> <https://e.example|x>' } })],
      }),
    ).toEqual(['<@U1>', '<https://e.example|x>'])
    expect(controlsIn({ text: '', blocks: [section({ text: plain('<!here>') })] })).toEqual([])
    expect(controlsIn({ text: '', blocks: [rich({ type: 'text', text: '<!here>' })] })).toEqual([])
    expect(controlsIn({ text: '', blocks: [rich({ type: 'broadcast', range: 'here' })] })).toHaveLength(1)
  })
})
