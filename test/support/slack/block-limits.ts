import type { Fields } from '../fake/fields.ts'
import { actions, button, input, option, options, plain, section, select, x } from './block-samples.ts'

/** What is just allowed, what is just too much, and where the pointer must lead. */
export const blockLimits: readonly (readonly [string, Fields, Fields, string])[] = [
  ['section text', section({ text: plain(x(3000)) }), section({ text: plain(x(3001)) }), '/0/text/text'],
  [
    'section fields',
    section({ fields: Array(10).fill(plain('f')) }),
    section({ fields: Array(11).fill(plain('f')) }),
    '/0/fields',
  ],
  [
    'a section field',
    section({ fields: [plain(x(2000))] }),
    section({ fields: [plain(x(2001))] }),
    '/0/fields/0/text',
  ],
  [
    'header',
    { type: 'header', text: plain(x(150)) },
    { type: 'header', text: plain(x(151)) },
    '/0/text/text',
  ],
  [
    'context elements',
    { type: 'context', elements: Array(10).fill(plain('c')) },
    { type: 'context', elements: Array(11).fill(plain('c')) },
    '/0/elements',
  ],
  [
    'actions elements',
    actions(...Array(25).fill(button())),
    actions(...Array(26).fill(button())),
    '/0/elements',
  ],
  [
    'button text',
    actions(button({ text: plain(x(75)) })),
    actions(button({ text: plain(x(76)) })),
    '/0/elements/0/text/text',
  ],
  [
    'button value',
    actions(button({ value: x(2000) })),
    actions(button({ value: x(2001) })),
    '/0/elements/0/value',
  ],
  [
    'action_id',
    actions(button({ action_id: x(255) })),
    actions(button({ action_id: x(256) })),
    '/0/elements/0/action_id',
  ],
  ['block_id', section({ block_id: x(255) }), section({ block_id: x(256) }), '/0/block_id'],
  [
    'accessibility label',
    actions(button({ accessibility_label: x(75) })),
    actions(button({ accessibility_label: x(76) })),
    '/0/elements/0/accessibility_label',
  ],
  [
    'options of a select',
    actions(select({ options: options(100) })),
    actions(select({ options: options(101) })),
    '/0/elements/0/options',
  ],
  [
    'option text',
    actions(select({ options: [option('a', x(75))] })),
    actions(select({ options: [option('a', x(76))] })),
    '/0/elements/0/options/0/text/text',
  ],
  [
    'option value',
    actions(select({ options: [option(x(150), 'a')] })),
    actions(select({ options: [option(x(151), 'a')] })),
    '/0/elements/0/options/0/value',
  ],
  [
    'placeholder',
    actions(select({ options: options(1), placeholder: plain(x(150)) })),
    actions(select({ options: options(1), placeholder: plain(x(151)) })),
    '/0/elements/0/placeholder/text',
  ],
  [
    'overflow',
    actions({ type: 'overflow', options: options(5) }),
    actions({ type: 'overflow', options: options(6) }),
    '/0/elements/0/options',
  ],
  [
    'radio buttons',
    actions({ type: 'radio_buttons', options: options(10) }),
    actions({ type: 'radio_buttons', options: options(11) }),
    '/0/elements/0/options',
  ],
  [
    'input label',
    input({ type: 'plain_text_input' }, { label: plain(x(2000)) }),
    input({ type: 'plain_text_input' }, { label: plain(x(2001)) }),
    '/0/label/text',
  ],
  [
    'input hint',
    input({ type: 'plain_text_input' }, { hint: plain(x(2000)) }),
    input({ type: 'plain_text_input' }, { hint: plain(x(2001)) }),
    '/0/hint/text',
  ],
  [
    'max_length',
    input({ type: 'plain_text_input', max_length: 3000 }),
    input({ type: 'plain_text_input', max_length: 3001 }),
    '/0/element/max_length',
  ],
  [
    'image alt text',
    { type: 'image', image_url: 'https://e.example/i.png', alt_text: x(2000) },
    { type: 'image', image_url: 'https://e.example/i.png', alt_text: x(2001) },
    '/0/alt_text',
  ],
  ['markdown', { type: 'markdown', text: x(12_000) }, { type: 'markdown', text: x(12_001) }, '/0/text'],
  [
    'confirm title',
    actions(
      button({ confirm: { title: plain(x(100)), text: plain('t'), confirm: plain('y'), deny: plain('n') } }),
    ),
    actions(
      button({ confirm: { title: plain(x(101)), text: plain('t'), confirm: plain('y'), deny: plain('n') } }),
    ),
    '/0/elements/0/confirm/title/text',
  ],
  [
    'confirm deny',
    actions(
      button({
        confirm: { title: plain('t'), text: plain(x(300)), confirm: plain('y'), deny: plain(x(30)) },
      }),
    ),
    actions(
      button({ confirm: { title: plain('t'), text: plain('t'), confirm: plain('y'), deny: plain(x(31)) } }),
    ),
    '/0/elements/0/confirm/deny/text',
  ],
  [
    'rows of a data table',
    { type: 'data_table', caption: 'c', rows: Array(201).fill([{ type: 'raw_text', text: 'x' }]) },
    { type: 'data_table', caption: 'c', rows: Array(202).fill([{ type: 'raw_text', text: 'x' }]) },
    '/0/rows',
  ],
  [
    'columns of a table',
    { type: 'table', rows: [Array(20).fill({ type: 'raw_text', text: 'x' })] },
    { type: 'table', rows: [Array(21).fill({ type: 'raw_text', text: 'x' })] },
    '/0/rows/0',
  ],
  [
    'card body',
    { type: 'card', body: { type: 'mrkdwn', text: x(200) } },
    { type: 'card', body: { type: 'mrkdwn', text: x(201) } },
    '/0/body/text',
  ],
]
