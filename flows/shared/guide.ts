import type { Card } from '../../src/chat/card.ts'
import { card } from '../../src/chat/card.ts'
import type { Context } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'

/** What to type first: a customer's person reports, a supplier's person looks at the queue. */
export const guide = ({ person, language }: Context, opening: string): Card => {
  const { welcome, report } = texts(language).flows
  const help = { label: welcome.help, style: 'normal', press: { flow: 'help' } } as const
  return person.side === 'customer'
    ? card({
        summary: report.guide,
        blocks: [
          { type: 'text', text: opening },
          { type: 'text', text: report.guide },
          { type: 'note', text: report.example },
          { type: 'text', text: welcome.customerNext },
        ],
        buttons: [
          { label: report.button, style: 'primary', press: { flow: 'report', choice: 'form' } },
          help,
        ],
      })
    : card({
        summary: welcome.supplierFirst,
        blocks: [
          { type: 'text', text: opening },
          { type: 'text', text: welcome.supplierFirst },
        ],
        buttons: [{ label: welcome.queue, style: 'primary', press: { flow: 'queue' } }, help],
      })
}

/** To thanks: no more than a friendly word, and that they can write again. */
export const welcomed = ({ person, language }: Context): Card => {
  const { welcome } = texts(language).flows
  const saying = welcome.thanked[person.side]
  return card({ summary: saying, blocks: [{ type: 'text', text: saying }] })
}
