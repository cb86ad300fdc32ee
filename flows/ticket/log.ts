import { type Context, defineFlow } from '../../src/chat/flow.ts'
import type { Choice, Form } from '../../src/chat/form.ts'
import { suggest } from '../../src/domain/ticket/suggest/suggest.ts'
import { texts } from '../../src/text/texts.ts'
import { nameOf } from '../../src/view/reading.ts'
import { toldApart } from '../../src/view/told-apart.ts'
import { checked, textMax } from '../shared/checked.ts'
import { ask } from '../shared/ticket-form.ts'
import { staff } from '../shared/who.ts'
import { matrixFor } from './report.ts'

const sources = ['phone', 'fax', 'mail', 'other'] as const
const sourceOf = (word: string | undefined) => sources.find((source) => source === word) ?? 'other'

/** The people of every customer of this supplier; whoever reported says which customer it is. */
const reporters = (context: Context): readonly Choice[] => {
  const { directory, person, language } = context
  const choices = Object.values(directory.people).flatMap(({ id, org }) => {
    const customer = directory.customers[org]
    return customer?.supplier === person.org
      ? [{ id, label: texts(language).flows.log.from(nameOf(directory, id, language), customer.name) }]
      : []
  })
  return toldApart(context, choices)
}

const form = (context: Context): Form => {
  const t = texts(context.language)
  const { log } = t.flows
  return {
    flow: 'log',
    title: log.title,
    fields: [
      {
        kind: 'person',
        name: 'reporter',
        label: log.reporter,
        people: reporters(context),
      },
      {
        kind: 'choice',
        name: 'source',
        label: log.source,
        choices: sources.map((id) => ({ id, label: t.ticket.sources[id] })),
        initial: 'phone',
      },
      { kind: 'paragraph', name: 'text', label: log.text, max: textMax },
    ],
    submit: t.flows.form.send,
  }
}

/** A report that came by phone, fax or mail, logged for the customer: its source is kept, its reporter told (RS.1). */
export const log = defineFlow({
  name: 'log',
  opensWith: { en: ['log', 'log a report', 'log report'], 'zh-CN': ['代报', '登记', '代登记', '登记申报'] },
  about: 'nothing',
  takes: 'text',
  may: staff,
  help: (t) => t.flows.help.log,
  begin: (context) => ask(form(context), { text: context.words }),
  submit: (context, values) =>
    checked(form(context), values, context, () => {
      const { directory, person, now, language } = context
      const { reporter = '', text = '' } = values
      const customer = directory.people[reporter]?.org ?? ''
      return {
        kind: 'order',
        orders: [
          {
            newFor: customer,
            wish: {
              do: 'ticket.report',
              supplier: person.org,
              customer,
              reporter,
              text,
              source: sourceOf(values.source),
              reportedAt: now,
              ...suggest(text, matrixFor(context, person.org, customer)),
            },
          },
        ],
        saying: texts(language).flows.log.done(nameOf(directory, reporter, language)),
      }
    }),
})
