import { type Context, defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Form } from '../../src/chat/form.ts'
import { cn3x3 } from '../../src/domain/agreement/cn-3x3.ts'
import type { Matrix } from '../../src/domain/agreement/matrix.ts'
import { agreementFor } from '../../src/domain/people/find.ts'
import { suggest } from '../../src/domain/ticket/suggest/suggest.ts'
import { texts } from '../../src/text/texts.ts'
import { checked, textMax } from '../shared/checked.ts'
import { isCourtesy, isThanks } from '../shared/courtesy.ts'
import { guide, welcomed } from '../shared/guide.ts'
import { ask } from '../shared/ticket-form.ts'
import { client } from '../shared/who.ts'

/** The closed ticket a new report continues, when its button said so. */
const followed = ({ choice, ticket }: Context): string | undefined =>
  choice === 'follow' ? ticket?.id : undefined

const form = (context: Context): Form => {
  const { report, form: words } = texts(context.language).flows
  const earlier = followed(context)
  return {
    flow: 'report',
    ...(earlier === undefined ? {} : { item: earlier }),
    ...(context.choice === undefined ? {} : { choice: context.choice }),
    title: earlier === undefined ? report.title : report.follows(earlier),
    fields: [{ kind: 'paragraph', name: 'text', label: report.text, hint: report.hint, max: textMax }],
    submit: words.send,
  }
}

/** The matrix agreed with a customer. Without an agreement any will do: `decide` refuses the report and says why. */
export const matrixFor = ({ directory, now }: Context, supplier: string, customer: string): Matrix => {
  const agreement = agreementFor(directory, supplier, customer, now)
  return agreement.ok ? agreement.value.matrix : cn3x3
}

const reported = (
  context: Context,
  text: string,
  apartFrom?: string,
): Extract<Step, { readonly kind: 'order' }> => {
  const { directory, person, now, message, files, place } = context
  const { platform, team, conversation } = place
  const supplier = directory.customers[person.org]?.supplier ?? ''
  const follows = followed(context)
  return {
    kind: 'order',
    orders: [
      {
        newFor: person.org,
        wish: {
          do: 'ticket.report',
          supplier,
          customer: person.org,
          reporter: person.id,
          text,
          source: 'chat',
          reportedAt: now,
          ...suggest(text, matrixFor(context, supplier, person.org)),
          ...(message === undefined ? { place: { platform, team, conversation } } : { message }),
          ...(files === undefined ? {} : { files }),
          ...(follows === undefined ? {} : { follows }),
          ...(apartFrom === undefined ? {} : { apartFrom }),
        },
      },
    ],
  }
}

const anew = 'anew:'

/**
 * Words that were said to a ticket are reported as one of their own, and that one hears where they went. Pressed again, they
 * are not reported twice.
 */
const apart = (context: Context, from: string, text: string): Step => ({
  kind: 'history',
  item: from,
  yields: (log) => {
    const t = texts(context.language).flows.report
    const before = log.flatMap(({ event }) =>
      'apartAs' in event && typeof event.apartAs === 'string' && 'text' in event && event.text === text
        ? [event.apartAs]
        : [],
    )[0]
    if (before !== undefined) return { kind: 'refuse', saying: t.reportedBefore(before) }
    return { ...reported(context, text, from), saying: t.reportedAnew(from) }
  },
})

/**
 * A customer's message that opens nothing else is a report, accepted at once (RS.5a): nothing is asked before it stands.
 * Greetings and thanks get guidance instead of a ticket.
 */
export const report = defineFlow({
  name: 'report',
  opensWith: {
    en: ['report', 'new ticket', 'report a problem', 'new report'],
    'zh-CN': ['申报', '报修', '报障', '我要申报', '新建工单'],
  },
  about: 'nothing',
  takes: 'text',
  may: client,
  help: (t) => t.flows.help.report,
  begin: (context) => {
    const { words, names, language, choice, draft } = context
    if (choice?.startsWith(anew) && draft !== undefined)
      return apart(context, choice.slice(anew.length), draft)
    if (choice !== undefined) return ask(form(context), { text: draft ?? '' })
    if (!isCourtesy(words, names)) return reported(context, words)
    const thanked = isThanks(words, names)
    return {
      kind: 'show',
      card: thanked ? welcomed(context) : guide(context, texts(language).flows.welcome.customer),
    }
  },
  submit: (context, values) =>
    checked(form(context), values, context, () => reported(context, values.text ?? '')),
})
