import { type Context, defineFlow, type Step } from '../src/chat/flow.ts'
import type { ListedRow } from '../src/chat/line.ts'
import { ownPage } from '../src/chat/own-page.ts'
import type { Overview } from '../src/domain/list/overview.ts'
import { texts } from '../src/text/texts.ts'
import { homeCard } from '../src/view/home-card.ts'
import { gather } from './shared/gather.ts'
import { showableRows } from './shared/showable.ts'
import { either } from './shared/who.ts'

const once = (rows: readonly ListedRow[]): readonly ListedRow[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

/** What stands on a person's page at this moment, headed as their page or as an overview. */
export const pageOf = (context: Context, overview = false): Step => {
  const { person, audience, language, choice } = context
  if (audience !== person.side) return { kind: 'refuse', saying: texts(language).home.privateOnly }
  const drawn = (counts: readonly Overview[]) =>
    gather(context.home, (lists) => {
      const shown = Object.entries(lists).map(([name, rows]) => [name, once(showableRows(context, rows))])
      const follows = choice === ownPage.choice
      return {
        kind: 'show',
        card: homeCard(person, Object.fromEntries(shown), context, { follows, counts, overview }),
      }
    })
  return { kind: 'overview', yields: drawn }
}

/**
 * A person's own page, by their roles. It is for their eyes: where the other side reads along, it is not shown but told
 * where it is. In a chat it says what holds at that moment; only a page that the platform keeps is drawn anew.
 */
export const home = defineFlow({
  name: 'home',
  opensWith: { en: ['home', 'home page', 'start page', 'my page'], 'zh-CN': ['主页', '首页', '我的主页'] },
  about: 'nothing',
  may: either,
  help: (t) => t.flows.help.home,
  begin: (context) => pageOf(context),
})
