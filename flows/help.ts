import { type Context, defineFlow, type Flow } from '../src/chat/flow.ts'
import { texts } from '../src/text/texts.ts'
import { helpCard } from '../src/view/help-card.ts'
import { either } from './shared/who.ts'

/** The letters of a customer whose tickets this person knows: their own, else the first their organisation serves. */
const exampleKey = ({ person, directory }: Context): string =>
  Object.values(directory.customers).find(({ id, supplier }) => person.org === id || person.org === supplier)
    ?.key ?? 'HX'

/** What this person may do, in their language, of the conversations there are; nothing else. */
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
    may: either,
    help: (t) => t.flows.help.help,
    begin: (context) => {
      const t = texts(context.language)
      const lines = [...flows, help].flatMap((flow) =>
        flow.help !== undefined && flow.may(context.person)
          ? [flow.help(t).replaceAll(/\bHX-/g, `${exampleKey(context)}-`)]
          : [],
      )
      return { kind: 'show', card: helpCard(lines, context) }
    },
  })
  return help
}
