import type { Inbound } from '../../chat/inbound.ts'
import type { Directory, Person } from '../../domain/people/directory.ts'
import { languageOf, personByAccount, proposalAt, roomAt } from '../../domain/people/find.ts'
import type { Language } from '../../domain/people/sides.ts'
import { supplierOf } from '../../domain/people/supplier-of.ts'
import { texts } from '../../text/texts.ts'
import { orgName } from '../../view/org-name.ts'
import type { Speaking } from './speaking.ts'

type Where = Pick<Inbound, 'who' | 'place'> & Pick<Speaking, 'ofOthers'>

/** Where the conversation is nobody's room: how it becomes one, to those who may bring that about. */
const unlinked = (directory: Directory, { place, ofOthers }: Where, person: Person): string | undefined => {
  const room = roomAt(directory, place.platform, place.team, place.conversation)
  if (room !== undefined || ofOthers === 'room') return undefined
  const t = texts(languageOf(directory, person)).link.unknown
  const supplier = supplierOf(directory, person)
  const asked = proposalAt(directory, place)
  const ours =
    asked !== undefined &&
    (person.side === 'customer' ? asked.org === person.org : supplierOf(directory, asked) === supplier)
  if (asked !== undefined && ours) return t.asked(orgName(directory, asked.org))
  if (person.side === 'customer') return t.customer(orgName(directory, supplier ?? ''))
  return person.roles.includes('administrator') ? t.administrator : undefined
}

/** What somebody hears whom the bot does not know, or not there. Nobody's language is known of a stranger: both are said. */
export const strangerSaying = (
  directory: Directory,
  where: Where,
): { readonly saying: string; readonly language: Language } => {
  const person = personByAccount(directory, where.who)
  if (person === undefined) {
    const sayings = (['zh-CN', 'en'] as const).map((language) => texts(language).app.unknownPerson)
    return { saying: sayings.join('\n'), language: 'zh-CN' }
  }
  const language = languageOf(directory, person)
  return { saying: unlinked(directory, where, person) ?? texts(language).app.unknownPlace, language }
}
