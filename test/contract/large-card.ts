import type { Block, Card } from '../../src/chat/card.ts'
import { card } from '../../src/chat/card.ts'

/** Words that fill a paragraph, with a mark at each end of it. */
const paragraph = (name: string, words: number): string =>
  `${name} begins. ${Array.from({ length: words }, (_, place) => `word ${place} 与字`).join(' ')} ${name} ends.`

const some = <Value>(count: number, make: (place: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, place) => make(place))

/** A card that no platform shows in one message, all of whose words count (T42), and those words. */
export const largeCard = (name: string): { readonly drawn: Card; readonly words: readonly string[] } => {
  const texts = some(40, (n) => paragraph(`${name} text ${n}`, 30))
  const notes = some(20, (n) => paragraph(`${name} note ${n}`, 20))
  const quotes = some(6, (n) => paragraph(`${name} quote ${n}`, 300))
  const facts = some(40, (n) => ({ label: `${name} fact ${n}`, value: paragraph(`${name} value ${n}`, 10) }))
  const rows = some(60, (n) => [`${name} row ${n}`, paragraph(`${name} cell ${n}`, 5), `${n} h left`])
  const blocks: readonly Block[] = [
    ...texts.map((text) => ({ type: 'text', text }) as const),
    ...notes.map((text) => ({ type: 'note', text }) as const),
    { type: 'divider' },
    ...quotes.map((text) => ({ type: 'quote', text, by: 'Zhao Min' }) as const),
    { type: 'facts', facts },
    { type: 'table', columns: ['Number', 'Title', 'Left'], rows: rows.map((cells) => ({ cells })) },
  ]
  const labels = [`${name} one`, `${name} two`]
  return {
    drawn: card({
      title: `${name} title`,
      summary: name,
      blocks,
      buttons: labels.map((label) => ({ label, press: { flow: 'claim', choice: label }, style: 'normal' })),
    }),
    words: [
      `${name} title`,
      ...[...texts, ...notes, ...quotes].flatMap((text) => text.split('与字')),
      ...facts.flatMap(({ label, value }) => [label, ...value.split('与字')]),
      ...rows.flat().flatMap((cell) => cell.split('与字')),
      ...labels,
    ],
  }
}
