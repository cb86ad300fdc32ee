import { type Card, card } from '../src/chat/card.ts'
import { type Context, defineFlow } from '../src/chat/flow.ts'
import { roomAt } from '../src/domain/people/find.ts'
import { texts } from '../src/text/texts.ts'
import { roomWelcome } from '../src/view/link-cards.ts'
import { isCourtesy, isThanks } from './shared/courtesy.ts'
import { guide, welcomed } from './shared/guide.ts'
import { either } from './shared/who.ts'

/** What everybody in a room reads when the bot is brought there, whoever brought it. */
const inRoom = ({ place, directory, language, message }: Context): Card | undefined => {
  const { platform, team, conversation, direct } = place
  const room = direct ? undefined : roomAt(directory, platform, team, conversation)
  if (room === undefined || message !== undefined) return undefined
  const help = {
    label: texts(language).flows.welcome.help,
    style: 'normal',
    press: { flow: 'help' },
  } as const
  return card({ ...roomWelcome({ room, directory, language }), buttons: [help] })
}

/**
 * The guidance of an empty conversation, and of words of a supplier's person that open nothing: it says so, changes
 * nothing and names the next step.
 */
export const welcome = defineFlow({
  name: 'welcome',
  opensWith: { en: ['start'], 'zh-CN': ['开始'] },
  about: 'nothing',
  may: either,
  begin: (context) => {
    if (isThanks(context.words, context.names)) return { kind: 'show', card: welcomed(context) }
    const words = texts(context.language).flows.welcome
    const opening = isCourtesy(context.words, context.names) ? words[context.person.side] : words.unknown
    return { kind: 'show', card: inRoom(context) ?? guide(context, opening) }
  },
})
