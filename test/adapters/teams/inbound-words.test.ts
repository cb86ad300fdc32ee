import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heard } from '../../../adapters/teams/inbound.ts'
import { recordedContext as context, payloadNamed } from './inbound-payloads.ts'

const us = { id: `28:${context.appId}`, name: 'Accord' }
const mention = (name: string, id: string) => ({
  type: 'mention',
  text: `<at>${name}</at>`,
  mentioned: { id, name },
})

const inGroup = payloadNamed('message-group')

const said = (changed: Record<string, unknown>) => {
  const result = heard({ ...inGroup, attachments: [], ...changed }, context)
  if (result.kind === 'ignored' && result.why === 'an empty message') return { text: '', addressed: false }
  const { inbound } = result.kind === 'inbound' ? result : expect.fail(JSON.stringify(result))
  if (inbound.kind !== 'message') return expect.fail(inbound.kind)
  const { text, addressed, message } = inbound
  return { text, addressed, ...(message.thread === undefined ? {} : { quoted: message.thread }) }
}

/** Words in a chat that name the bot, Ann, and somebody who is called like the bot. */
const plain = (text: string) =>
  said({
    text,
    entities: [mention('Ann', '29:ann'), mention('Accord', us.id), mention('Accord', '29:namesake')],
  })

/** Words in a chat that name nobody. */
const unnamed = (text: string) => said({ text, entities: [] })

const attached = (content: string) => [{ contentType: 'text/html', content }]
const html = (content: string, entities: unknown[] = [mention('Accord', us.id), mention('Ann', '29:ann')]) =>
  said({ text: undefined, attachments: attached(content), entities })
const named = (name: string) =>
  `<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">${name}</span>`
const quoting = (id: string, words: string) =>
  `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="${id}"><strong itemprop="mri" itemid="8:orgid:x">Ann</strong><p itemprop="preview">${words}</p></blockquote>`

/** HTML as Teams sends what a person typed. */
const sent = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

describe('words from Teams', () => {
  it.each([
    ['the config has &amp; in it', 'the config has &amp; in it'],
    ['List<string> & more', 'List<string> & more'],
    ['List&lt;string&gt; &amp; more', 'List<string> & more'],
  ])('T41 are as they were typed, whether Teams escaped them or not: %s', (text, typed) => {
    expect(said({ text, entities: [], attachments: attached(`<p>${sent(typed)}</p>`) }).text).toBe(typed)
  })

  it.each([
    ['<at>Accord</at> help', 'help'],
    ['<at>Accord</at>, the VPN is down', 'the VPN is down'],
    ['<at>Accord</at>&nbsp;the VPN is down\n', 'the VPN is down'],
    ['<at>Accord</at>：打印机坏了', '打印机坏了'],
    ['请<at>Accord</at>看一下打印机', '请看一下打印机'],
    ['our VPN is down <at>Accord</at>', 'our VPN is down'],
    ['<at>Accord</at>', ''],
    ['<at>Accord</at>\nsecond line', 'second line'],
    ['<at id="0">Accord</at> help', 'help'],
    ['<at>Accord</at> ask <at>Ann</at>', 'ask @Ann'],
    ['<at>Accord</at> ask <at>Accord</at>', 'ask @Accord'],
    ['<at>Accord</at> ask <at>Bob</at>', 'ask <at>Bob</at>'],
    ['<at>Accord</at> <at></at> <at>', '<at></at> <at>'],
  ])('“%s” address the bot with “%s”', (text, words) => {
    expect(plain(text)).toEqual({ text: words, addressed: true })
  })

  it.each([
    [
      'a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#39; &#x1F525; f&nbsp;g\u00a0h',
      'a & b <c> "d" \'e\' 🔥 f g h',
    ],
    ['&amp;lt; is written &amp;amp;lt;', '&lt; is written &amp;lt;'],
    ['&unknown; &#9999999;x &#xffffff;y', '&unknown; x y'],
    ['text <data> <https://x|ok> <b>', 'text <data> <https://x|ok> <b>'],
    ['**bold** _it_ `code` [x](http://evil)', '**bold** _it_ `code` [x](http://evil)'],
    ['one\r\ntwo\rthree  \n  four', 'one\ntwo\nthree\n  four'],
    ['nul\0 and half \ud83d of \udd25 it', 'nul and half  of  it'],
    ['🔥 👨‍👩‍👧 𠀀 \u202eright to left', '🔥 👨‍👩‍👧 𠀀 \u202eright to left'],
    ['<quoted messageId="1"/>typed', '<quoted messageId="1"/>typed'],
    [
      '<blockquote itemtype="http://schema.skype.com/Reply" itemid="1">x</blockquote>',
      '<blockquote itemtype="http://schema.skype.com/Reply" itemid="1">x</blockquote>',
    ],
    ['  around  ', 'around'],
  ])('“%s” read “%s”', (text, words) => {
    expect(unnamed(text)).toEqual({ text: words, addressed: false })
  })

  it('T57 that only look like a mention stay as they were typed, and address nobody', () => {
    for (const typed of [
      '<at>Accord</at> help',
      '<at>everyone</at>',
      '@Accord help',
      '<at id="0">channel</at>',
    ])
      expect(unnamed(typed)).toEqual({ text: typed, addressed: false })
    expect(html(sent('<at>Accord</at> <b>help</b>'), [])).toEqual({
      text: '<at>Accord</at> <b>help</b>',
      addressed: false,
    })
  })

  it.each([
    ['<p>one</p><p>two<br>three</p>', 'one\ntwo\nthree'],
    ['<div>\r\n<div>one  \n two</div>\n</div>', 'one two'],
    ['<p>one</p>\n<p>&nbsp;</p>\n<p>two</p>', 'one\n\ntwo'],
    ['<ul><li>a<ol><li><p>b</p></li><li>c</li></ol></li><li>d</li></ul>e', '• a\n1. b\n2. c\n• d\ne'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>', 'a | b\nc'],
    ['<pre>if x:\n    y &lt; 1\n</pre>after  all', 'if x:\n    y < 1\nafter all'],
    ['<b>bold</b><i> it</i> H<sub>2</sub>O', 'bold it H2O'],
    ['<a href="https://example.com/?a=1&amp;b=2">page</a>', 'page (https://example.com/?a=1&b=2)'],
    [
      '<a href="https://evil.example">https://bank.example</a>',
      'https://bank.example (https://evil.example)',
    ],
    ['<a href="https://example.com/" title="x > y">example.com</a>', 'example.com'],
    ['<a href="mailto:a@example.com">a@example.com</a> <a>none</a>', 'a@example.com none'],
    ['<emoji alt="🔥" title="Fire"></emoji><img itemtype="http://schema.skype.com/Emoji" alt="🙂">', '🔥🙂'],
    ['<img alt="image" src="https://example.com/x.png">', ''],
    ['<attachment id="1"></attachment>see it<!-- not this -->', 'see it'],
    ['<blockquote>my own quote</blockquote>said', 'my own quote\nsaid'],
    ['a < b, <3 and <', 'a < b, <3 and <'],
    ['<p title="never closed', '<p title="never closed'],
    ["<P CLASS='x'>upper</P>", 'upper'],
  ])('“%s” as HTML read “%s”', (content, words) => {
    expect(html(content, [])).toEqual({ text: words, addressed: false })
  })

  it('as HTML name people, and the bot not', () => {
    expect(html(`<p>${named('Accord')}&nbsp;ask ${named('<b>Ann</b>')} and ${named('Bob')}</p>`)).toEqual({
      text: 'ask @Ann and @Bob',
      addressed: true,
    })
    expect(html(`${named('Ann <span>Lee</span>')}: help`, [mention('Ann Lee', us.id)])).toEqual({
      text: 'help',
      addressed: true,
    })
    expect(html('<at id="0">Accord</at> never <at>closed')).toEqual({
      text: 'never @closed',
      addressed: true,
    })
  })

  it('are told from what they quote, wherever the quote stands', () => {
    const text = 'Ann\nwhat she said\n\n<at>Accord</at> mine'
    const content = `${quoting('1764062900555', '<blockquote>deep</blockquote> what she said')}<p>${named('Accord')} mine</p>`
    const attachments = attached(content)
    const entities = [mention('Accord', us.id)]
    expect(said({ text, attachments, entities })).toEqual({
      text: 'mine',
      addressed: true,
      quoted: '1764062900555',
    })
    const quotedReply = { type: 'quotedReply', quotedReply: { messageId: '17', preview: 'x' } }
    expect(said({ text: '<quoted messageId="17"/> mine', entities: [quotedReply] })).toMatchObject({
      text: 'mine',
      quoted: '17',
    })
    expect(said({ text: content, textFormat: 'xml', entities })).toMatchObject({
      text: 'mine',
      quoted: '1764062900555',
    })
    for (const id of ['', ' ', 'x'.repeat(101), 'ü'])
      expect(html(`${quoting(id, 'x')}mine`)).toEqual({ text: 'mine', addressed: true })
  })

  it('in a thread of a channel stay there, whatever they quote', () => {
    const activity = payloadNamed('message-channel-thread')
    activity.attachments = attached(`${quoting('99', 'x')}<p>mine</p>`)
    expect(heard(activity, context)).toMatchObject({
      inbound: { text: 'mine', place: { thread: '1764063004000' }, message: { thread: '1764063004000' } },
    })
  })

  it('are what was typed, whatever was typed', () => {
    const typed = fc.array(
      fc.oneof(
        fc.constantFrom(
          '&',
          '<',
          '>',
          '"',
          '&amp;',
          '&nbsp;',
          '<at>Accord</at>',
          '<p>',
          'https://',
          '，',
          ' ',
        ),
        fc.string({ unit: 'binary' }),
      ),
    )
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts
          .join('')
          .replace(/[\0\r\f\t\n\u00a0]/g, '')
          .replace(/ +/g, ' ')
          .trim()
        expect(html(sent(text), [])).toEqual({ text, addressed: false })
      }),
    )
  })

  it('T41 of 40,000 characters are read whole, and no longer ones break a character', () => {
    const long = '<🔥'.repeat(20_000)
    expect(unnamed(long).text).toBe(long)
    expect(html(sent(long), []).text).toBe(long)
    expect(unnamed(`a${'🔥'.repeat(200_000)}`).text).toMatch(/^a(?:🔥)+$/u)
    expect(unnamed('').text).toBe('')
  })

  it('T45 are read in linear time', () => {
    const bombs = [
      ...[
        '<',
        '<at',
        '<at>',
        '<at>x',
        '</at>',
        '<at>Accord</at>',
        '<at ',
        '<quoted ',
        '&',
        '&#',
        '&amp',
        ' \t,',
        ' \n',
      ],
      ...[
        '<a "',
        "<a '",
        '<a "\'',
        '<a b="',
        '<a b=\'"',
        '<!',
        '<!--',
        '<blockquote>',
        '<ul><li>',
        '<a href="x">',
      ],
      ...[
        named('Accord'),
        '<span itemtype="http://schema.skype.com/Mention">',
        quoting('1', 'x'),
        '<pre>',
        '\u00a0 ',
      ],
    ]
    const entities = Array.from({ length: 1000 }, () => mention('Accord', us.id))
    for (const bomb of bombs) {
      const text = bomb.repeat(Math.ceil(60_000 / bomb.length))
      for (const changed of [
        { text },
        { text, textFormat: 'xml' },
        { text: '', attachments: attached(text) },
      ])
        expect(said({ ...changed, entities }).text.length).toBeLessThan(120_000)
    }
  })
})
