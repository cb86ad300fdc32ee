import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saidIn, wordsOf } from '../../../adapters/slack/inbound/words.ts'

const bot = 'U0ACCORD1'
const read = (text: string): string => wordsOf(text, bot).text

/** Text as Slack sends what a person typed. */
const sent = (typed: string): string =>
  typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

describe('words from Slack', () => {
  it.each([
    ['a &amp; b &lt;c&gt;', 'a & b <c>'],
    ['&amp;lt; is written &amp;amp;lt;', '&lt; is written &amp;lt;'],
    ['&quot;&#39;&nbsp;', '&quot;&#39;&nbsp;'],
    ['ask <@U1>', 'ask @U1'],
    ['ask <@U1|>', 'ask @U1'],
    ['in <#C1|general>', 'in #general'],
    ['in <#C1|>', 'in #C1'],
    ['<!here> <!channel> <!everyone>', '@here @channel @everyone'],
    ['<!here|here>', '@here'],
    ['<!subteam^S1>', '@S1'],
    ['by <!date^1764061200^{date_short}^https://example.com|25 Nov>', 'by 25 Nov'],
    ['<https://example.com/a?b=1&amp;c=2>', 'https://example.com/a?b=1&c=2'],
    ['<https://example.com|the page>', 'the page (https://example.com)'],
    ['<https://evil.example|https://bank.example>', 'https://bank.example (https://evil.example)'],
    ['<http://example.com|example.com>', 'example.com'],
    ['<https://example.com/|example.com>', 'example.com'],
    ['<mailto:help@example.com|help@example.com>', 'help@example.com'],
    ['<mailto:help@example.com|write us>', 'write us (help@example.com)'],
    ['<tel:+498912|+49 89 12>', '+49 89 12 (+498912)'],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['nul\0 and half \ud83d of \udd25 it', 'nul and half  of  it'],
    ['🔥 👨‍👩‍👧 𠀀 \u202eright to left', '🔥 👨‍👩‍👧 𠀀 \u202eright to left'],
    [':fire: *bold* _it_ `code`', '🔥 *bold* _it_ `code`'],
    ['thanks:smile: :+1::skin-tone-3:', 'thanks😄 👍🏼'],
    ['打印机冒烟了:fire::fire:', '打印机冒烟了🔥🔥'],
    [':party-parrot: :acme::skin-tone-2:', ':party-parrot: :acme:'],
    ['at 10:100:30, 进展:key:已恢复, a:1:b, 100 :100:', 'at 10:100:30, 进展:key:已恢复, a:1:b, 100 💯'],
    ['<https://example.com/:fire:|:key: here>', ':key: here (https://example.com/:fire:)'],
    ['a < b > c', 'a < b > c'],
    ['if <x> then <', 'if <x> then <'],
    ['  around  ', 'around'],
  ])('“%s” read “%s”', (text, words) => {
    expect(wordsOf(text, bot)).toEqual({ text: words, addressed: false })
  })

  it('say whom they call by another name than the account’s id', () => {
    expect(wordsOf('ask <@W1|grace> or <@U2>, <@U0ACCORD1|accord> <!subteam^S1|@night shift>', bot)).toEqual({
      text: 'ask @grace or @U2, @night shift',
      addressed: true,
      mentions: [
        { user: 'W1', written: 'grace' },
        { user: 'S1', written: 'night shift' },
      ],
    })
  })

  it('show every emoji that the blocks of a message say the sign of', () => {
    const emoji = (name: string, parts: object) => ({ type: 'emoji', name, ...parts })
    const elements = [
      emoji('abacus', { unicode: '1f9ee' }),
      emoji('male-technologist', { unicode: '1f468-1f3fd-200d-1f4bb', skin_tone: 4 }),
      emoji('key', { url: 'https://example.com/own.png' }),
      emoji('odd', { unicode: 'ffffff' }),
    ]
    const blocks = [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]
    const text = ':abacus: :male-technologist::skin-tone-4: :odd: :own:'
    expect(saidIn({ text, blocks }, bot).text).toBe('🧮 👨🏽‍💻 :odd: :own:')
  })

  it.each([
    ['<@U0ACCORD1> help', 'help'],
    ['<@U0ACCORD1|accord>, the VPN is down', 'the VPN is down'],
    ['<@U0ACCORD1>：打印机坏了', '打印机坏了'],
    ['请<@U0ACCORD1>看一下打印机', '请看一下打印机'],
    ['our VPN is down <@U0ACCORD1>', 'our VPN is down'],
    ['<@U0ACCORD1>', ''],
    ['<@U0ACCORD1>\nsecond line', 'second line'],
    ['<@U0ACCORD1> <@U0ACCORD1> twice', 'twice'],
  ])('“%s” address the bot with “%s”', (text, words) => {
    expect(wordsOf(text, bot)).toEqual({ text: words, addressed: true })
  })

  it.each(['<@U0ACCORD12> help', '&lt;@U0ACCORD1&gt; help', '@accord help', '<#U0ACCORD1>', '<!U0ACCORD1>'])(
    '“%s” address somebody else or nobody',
    (text) => {
      expect(wordsOf(text, bot).addressed).toBe(false)
    },
  )

  it('are what was typed, whatever was typed', () => {
    const typed = fc.array(
      fc.oneof(
        fc.constantFrom('&', '<', '>', '|', '&amp;', '<@U0ACCORD1>', '<!channel>', 'https://', '，', ' '),
        fc.string({ unit: 'binary' }),
      ),
    )
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts.join('').replaceAll('\0', '').replaceAll('\r', '')
        expect(wordsOf(sent(text), bot)).toEqual({ text: text.trim(), addressed: false })
      }),
    )
  })

  it('T41 of 40,000 characters are read whole, and no longer ones break a character', () => {
    const long = '<🔥'.repeat(20_000)
    expect(read(sent(long))).toBe(long)
    expect(read(`a${'🔥'.repeat(200_000)}`)).toMatch(/^a(?:🔥)+$/u)
  })

  it('T45 are read in linear time', () => {
    const bombs = ['<', '<@', '<a', '<!', '&', '&amp', '<@U0ACCORD1>', '<@U0ACCORD1> \t', '|', '<a:b|', ' \t']
    for (const bomb of bombs) expect(wordsOf(bomb.repeat(100_000), bot).text.length).toBeLessThan(400_000)
  })

  it('of formatted blocks stand in for a missing text, by the same rules', () => {
    const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements })
    const blocks = [
      { type: 'divider' },
      {
        type: 'rich_text',
        elements: [
          section(
            { type: 'user', user_id: bot },
            { type: 'text', text: ', see <b> & ' },
            { type: 'link', url: 'https://example.com/a|b', text: 'a|b' },
            { type: 'text', text: ' with ' },
            { type: 'user', user_id: 'U1' },
            { type: 'usergroup', usergroup_id: 'S1' },
            { type: 'channel', channel_id: 'C1' },
            { type: 'broadcast', range: 'here' },
            { type: 'date', timestamp: 1, format: '{date}', fallback: ' today ' },
            { type: 'color', value: '#ff0000' },
            { type: 'user', user_id: '|> <!channel>' },
            { type: 'unheard-of', text: 'x' },
            null,
          ),
          { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
        ],
      },
    ]
    expect(saidIn({ text: '', blocks }, bot)).toEqual({
      addressed: true,
      text: 'see <b> & a|b (https://example.com/a%7Cb) with @U1@S1#C1@here today #ff0000\nquoted',
    })
    expect(saidIn({ text: 'plain', blocks }, bot)).toEqual({ addressed: false, text: 'plain' })
  })

  it('of blocks nested without end are left out', () => {
    let node: unknown = { type: 'text', text: 'deep' }
    for (let depth = 0; depth < 50_000; depth += 1)
      node = { type: depth % 2 ? 'rich_text_list' : 'rich_text_section', elements: [node] }
    expect(saidIn({ text: null, blocks: [{ type: 'rich_text', elements: [node] }] }, bot).text).not.toContain(
      'deep',
    )
  })
})
