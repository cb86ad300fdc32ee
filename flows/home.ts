import { type Context, defineFlow } from '../src/chat/flow.ts'
import { hour } from '../src/domain/calendar/units.ts'
import type { Query, Row } from '../src/domain/item/reading.ts'
import { texts } from '../src/text/texts.ts'
import { homeCard } from '../src/view/home-card.ts'
import type { HomeLists } from '../src/view/home-sections.ts'
import { gather } from './shared/gather.ts'
import { showableRows } from './shared/showable.ts'
import { either, lead } from './shared/who.ts'

type Lists = readonly (readonly [name: keyof HomeLists, query: Query])[]

const waitingFor = (...words: readonly string[]): Lists =>
  words.map((word) => ['waiting', { list: 'waiting', for: word }])

/** Whom the customer's tickets concern that others reported. */
const oversees = ['contact', 'it_manager', 'executive']

/** What is read for a person, by their roles: somebody with several roles gets the parts of each. */
const listsOf = ({ person, now }: Context): Lists => {
  const mine = ['mine', { list: 'mine' }] as const
  if (person.side === 'customer')
    return [
      ...waitingFor('consent', 'answer', 'downgrade', 'acknowledgement'),
      mine,
      ...(person.roles.some((role) => oversees.includes(role)) ? [['open', { list: 'open' }] as const] : []),
    ]
  const leads = lead(person)
  return [
    ...waitingFor('acknowledgement', 'confirmation'),
    mine,
    ...(leads ? [['risk', { list: 'at_risk', before: now + hour }] as const] : []),
    ...(!leads || person.roles.includes('engineer') ? [['unclaimed', { list: 'unclaimed' }] as const] : []),
  ]
}

const once = (rows: readonly Row[]): readonly Row[] => [...new Map(rows.map((row) => [row.id, row])).values()]

/**
 * A person's own page, by their roles. It is for their eyes: where the other side reads along, it is not shown but told
 * where it is.
 */
export const home = defineFlow({
  name: 'home',
  opensWith: { en: ['home', 'home page', 'start page', 'my page'], 'zh-CN': ['主页', '首页', '我的主页'] },
  about: 'nothing',
  may: either,
  help: (t) => t.flows.help.home,
  begin: (context) => {
    const { person, audience, language } = context
    if (audience !== person.side) return { kind: 'refuse', saying: texts(language).home.privateOnly }
    return gather(listsOf(context), (lists) => {
      const shown = Object.entries(lists).map(([name, rows]) => [name, once(showableRows(context, rows))])
      return { kind: 'show', card: homeCard(person, Object.fromEntries(shown), context) }
    })
  },
})
