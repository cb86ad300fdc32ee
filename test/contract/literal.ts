import { describe, expect, it } from 'vitest'
import { type Card, card } from '../../src/chat/card.ts'
import type { Bench } from './bench.ts'
import { squeezed } from './bench.ts'
import { postOf } from './stage.ts'

/** What some platform would act on, were it not shown literally. */
const hostile: readonly string[] = [
  '<!channel>',
  '<!here|here>',
  '<@U1>',
  '<#C1|general>',
  '<https://evil.example|ok>',
  '<!date^1392734382^{date}^https://evil.example|x>',
  '<at>Zhao</at>',
  '<b>fat</b><script>x</script>',
  '&lt;!channel&gt; &amp;amp; &#60;',
  '@everyone @channel @accord',
  '*bold* _italic_ ~strike~',
  '**bold** __bold__ ~~gone~~',
  '`code` ```block```',
  '[click](http://evil.example)',
  '![x](https://evil.example/x.png)',
  'https://evil.example/a_b_c',
  'evil.example and mail@evil.example',
  '# heading',
  '> quote',
  '- point',
  '1. point',
  '1986. A year',
  ':siren: :+1:',
  '{{DATE(2026-03-04T09:30:00Z, SHORT)}}',
  '\x24{title} $root.x {0}',
  'back\\slash \\* \\_',
  '| a | b |',
  '\\n "quoted" \'single\'',
]

const link = 'https://files.example/router.log'

/** A card with these words in everything that is written by people. */
const poisoned = (words: string): { readonly drawn: Card; readonly all: readonly string[] } => {
  const all: string[] = []
  const say = (where: string): string => {
    const text = `${words} ${where}`
    all.push(text)
    return text
  }
  const press = { flow: 'claim' }
  const drawn = card({
    title: say('title'),
    summary: words,
    blocks: [
      { type: 'text', text: say('text') },
      { type: 'text', text: `${say('first line')}\n${say('second line')}` },
      { type: 'note', text: say('note') },
      {
        type: 'quote',
        text: say('quote'),
        by: say('by'),
        files: [{ label: say('file'), link }, { label: say('kept file') }],
      },
      { type: 'facts', facts: [{ label: say('label'), value: say('value') }] },
      {
        type: 'table',
        columns: [say('column'), say('other')],
        rows: [{ cells: [say('cell'), say('next')] }],
      },
      {
        type: 'table',
        columns: ['', ''],
        rows: [
          {
            cells: [say('row'), say('rest')],
            button: { label: say('row button'), press: { ...press, choice: '1' }, style: 'normal' },
          },
        ],
      },
      {
        type: 'bar',
        label: say('bar'),
        text: say('left'),
        state: 'running',
        budget: 3_600_000,
        used: 60_000,
        asOf: 0,
      },
    ],
    buttons: [{ label: say('button'), press, style: 'normal' }],
  })
  return { drawn, all }
}

/** What people write is shown as they wrote it, wherever it stands on a card, and reaches nobody. */
export const literalContract = ({ stage, reading, puts }: Bench): void => {
  describe('words of people are shown literally on a card (T57):', () => {
    it.each(hostile)('%s', async (words) => {
      const { adapter, li, room } = stage()
      const { drawn, all } = poisoned(words)
      const place = await adapter.direct(li.account)
      const at = await puts(place, postOf(`literal ${words}`, drawn))
      const shown = (await reading(li, at, words)).filter(({ message }) => message === at.message)
      const text = squeezed(shown.map((one) => one.text).join('\n'))
      expect(all.filter((one) => !text.includes(squeezed(one)))).toEqual([])
      expect(shown.flatMap(({ reaches }) => reaches).filter((one) => !one.includes(link))).toEqual([])
      const again = postOf(`literal room ${words}`, card({ summary: words }))
      const bare = await puts(room, again)
      const standing = (await li.reads(bare)).filter(({ message }) => message === bare.message)
      expect(standing.map((one) => squeezed(one.text).includes(squeezed(words)))).toEqual([true])
      expect(standing.flatMap(({ reaches }) => reaches)).toEqual([])
    })
  })
}
