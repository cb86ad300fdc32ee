import type { Asking, Inbound, Place } from '../../chat/inbound.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Directory, Person } from '../../domain/people/directory.ts'
import { languageOf, personByAccount, proposalAt, roomAt } from '../../domain/people/find.ts'
import type { Language } from '../../domain/people/sides.ts'
import { supplierOf } from '../../domain/people/supplier-of.ts'
import type { Store } from '../../store/store.ts'
import { texts } from '../../text/texts.ts'
import { roomWelcome } from '../../view/link-cards.ts'
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

/** What a linked room says of itself to everybody there; nothing where the conversation is nobody's room. */
const welcomeIn = async (
  { directories }: Pick<Store, 'directories'>,
  { platform, team, conversation }: Place,
): Promise<Reply | undefined> => {
  const known = await directories.at({ platform, team, conversation })
  const supplier = known.find(({ standing }) => standing === 'room')?.supplier
  if (supplier === undefined) return undefined
  const { directory } = await directories.of(supplier)
  const room = roomAt(directory, platform, team, conversation)
  const owners = room?.side === 'customer' ? directory.customers : directory.suppliers
  const owner = room && owners[room.org]
  if (room === undefined || owner === undefined) return undefined
  const { language, zone } = owner
  return { kind: 'show', card: roomWelcome({ room, directory, language }), language, zone }
}

/**
 * What somebody is answered whom the bot does not know. Whoever brings it into a room, it says there what it is and whose the
 * room is: what it knows of that person is nobody's business who reads along.
 */
export const strangerReply = async (
  store: Pick<Store, 'directories'>,
  directory: Directory,
  { act, ...where }: Where & { readonly act: Asking },
): Promise<Reply> => {
  const isBrought = act.kind === 'press' && act.press.flow === 'welcome' && !where.place.direct
  const welcome = isBrought ? await welcomeIn(store, where.place) : undefined
  return welcome ?? { kind: 'refuse', saying: strangerSaying(directory, where).saying }
}
