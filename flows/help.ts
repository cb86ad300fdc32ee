import { beginning } from '../src/chat/beginning.ts'
import type { Button } from '../src/chat/card.ts'
import { type Context, defineFlow, type Flow, type Step } from '../src/chat/flow.ts'
import type { ListedRow } from '../src/chat/line.ts'
import { managing } from '../src/domain/people/managing.ts'
import { texts } from '../src/text/texts.ts'
import { type HelpGroup, helpCard, helpGroupCard } from '../src/view/help-card.ts'
import { gather } from './shared/gather.ts'
import { either } from './shared/who.ts'

const groups: readonly HelpGroup[] = ['start', 'work', 'agree', 'look', 'self']

/** Where help lists a conversation; one that stands nowhere is looked up with the rest. */
const members: { readonly [group in Exclude<HelpGroup, 'look'>]: readonly string[] } = {
  start: ['report', 'log', 'tickets', 'queue', 'risk', 'status', 'home'],
  work: [
    ...['claim', 'reassign', 'classify', 'assess', 'override', 'update', 'note', 'ask', 'resolve'],
    ...['mark_duplicate', 'split', 'mark_out_of_scope', 'contact'],
  ],
  agree: [
    ...['answer', 'approve', 'confirm_solution', 'reject_solution', 'close', 'rate', 'reopen', 'cancel'],
    ...[
      'agree_downgrade',
      'decline_downgrade',
      'agree_merge',
      'decline_merge',
      'contest',
      'escalate',
      'acknowledge_escalation',
    ],
  ],
  self: ['prefer_language', 'keep_quiet', 'help'],
}
const groupOf = (name: string): HelpGroup =>
  groups.find((group) => group !== 'look' && members[group].includes(name)) ?? 'look'

/** What each side most likely wants, in this order; of a lead what is at risk comes first. */
const likely = ({ side, roles }: Context['person']): readonly string[] => {
  if (side === 'customer') return ['report', 'tickets', 'status', 'escalate', 'duty']
  const leads = roles.some((role) => managing.includes(role))
  return [...(leads ? ['risk'] : []), 'queue', 'tickets', 'update', 'log', 'duty']
}
const most = 5

/** The letters of a customer whose tickets this person knows: their own, else the first their organisation serves. */
const exampleKey = ({ person, directory }: Context): string =>
  Object.values(directory.customers).find(({ id, supplier }) => person.org === id || person.org === supplier)
    ?.key ?? 'HX'

const actsOf = ({ person, language }: Context): readonly Button[] => {
  const { report, list, welcome } = texts(language).flows
  return person.side === 'customer'
    ? [
        { label: report.button, style: 'primary', press: { flow: 'report', choice: 'form' } },
        { label: list.mine, style: 'normal', press: { flow: 'tickets' } },
      ]
    : [
        { label: welcome.queue, style: 'primary', press: { flow: 'queue' } },
        { label: list.mine, style: 'normal', press: { flow: 'tickets' } },
      ]
}

/** What waits for this very person: only for their own eyes. */
const waitingFor = (context: Context, goOn: (rows: readonly ListedRow[]) => Step): Step => {
  const { place, person, audience, home } = context
  const isPrivate = place.direct || context.message === undefined
  const lists = isPrivate && audience === person.side ? home.filter(([part]) => part === 'waiting') : []
  return gather(lists, ({ waiting = [] }) =>
    goOn([...new Map(waiting.filter(({ line }) => line.toDo).map((row) => [row.id, row])).values()]),
  )
}

/** The group that a word means: its own name, or what opens a conversation of it. */
const groupNamed = (all: readonly Flow[], words: string): HelpGroup | undefined => {
  const said = beginning(words).text.trim()
  const isName = (group: HelpGroup): boolean =>
    said === group ||
    (['en', 'zh-CN'] as const).some(
      (language) => texts(language).helping.groups[group].toLowerCase() === said,
    )
  const opened = all.find(({ opensWith, help }) =>
    help === undefined
      ? false
      : [...opensWith.en, ...opensWith['zh-CN']].some((word) => word !== '' && word === said),
  )
  return groups.find(isName) ?? (opened && groupOf(opened.name))
}

/**
 * The few things this person most likely wants now; everything else they may do, and nothing they may not, by groups that open
 * by a button or a word: `help close`.
 */
export const helpWith = (flows: readonly Flow[]): Flow => {
  const help: Flow = defineFlow({
    name: 'help',
    opensWith: {
      en: ['help', 'help me', 'i need help', 'need help', 'commands', 'what can you do', 'what can i do'],
      'zh-CN': [
        ...['帮助', '帮帮我', '帮我', '帮忙', '求助', '请求帮助', '需要帮助', '我需要帮助'],
        ...['命令', '怎么用', '你能做什么', '我能做什么'],
      ],
    },
    about: 'nothing',
    takes: (words) => groupNamed([...flows, help], words),
    may: either,
    help: (t) => t.flows.help.help,
    begin: (context) => {
      const t = texts(context.language)
      const may = [...flows, help].filter((flow) => flow.help !== undefined && flow.may(context.person))
      const lineOf = (flow: Flow): readonly string[] =>
        flow.help === undefined ? [] : [flow.help(t).replaceAll(/\bHX-/g, `${exampleKey(context)}-`)]
      const shown = groups.filter((group) => may.some(({ name }) => groupOf(name) === group))
      const group = shown.find((one) => one === (context.choice ?? context.words))
      if (group !== undefined) {
        const lines = may.filter(({ name }) => groupOf(name) === group).flatMap(lineOf)
        return { kind: 'show', card: helpGroupCard(group, lines, shown, context) }
      }
      return waitingFor(context, (waiting) => {
        const wanted = likely(context.person).flatMap((name) => may.find((flow) => flow.name === name) ?? [])
        const lines = wanted.slice(0, waiting.length > 0 ? most - 1 : most).flatMap(lineOf)
        const card = helpCard({ lines, waiting, acts: actsOf(context), groups: shown }, context)
        return { kind: 'show', card }
      })
    },
  })
  return help
}
