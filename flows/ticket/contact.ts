import { card } from '../../src/chat/card.ts'
import { defineFlow } from '../../src/chat/flow.ts'
import type { Person } from '../../src/domain/people/directory.ts'
import { languageOf, zoneOf } from '../../src/domain/people/find.ts'
import { customerRoles } from '../../src/domain/people/sides.ts'
import { ofCustomer } from '../../src/domain/ticket/permission.ts'
import { texts } from '../../src/text/texts.ts'
import { nameOf, speak } from '../../src/view/reading.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { staff } from '../shared/who.ts'

/** One person to talk to: what they are, where they are reached, their language, and what time it is for them. */
const lineOf = (context: TicketContext, person: Person): { label: string; value: string } => {
  const { directory, ticket, language, now } = context
  const t = texts(language)
  const roles = customerRoles
    .filter((role) => role !== 'reporter' && person.roles.includes(role))
    .map((role) => t.ticket.customerRoles[role])
  const { preferLanguage: languages, contact } = t.flows
  const { platforms } = t.views.told
  const spoken = languageOf(directory, person) === 'en' ? languages.english : languages.chinese
  const time = speak({ language, zone: zoneOf(directory, person), now, directory }).moment(now)
  return {
    label: t.common.row([
      nameOf(directory, person.id, language),
      ...(person.id === ticket.reporter ? [contact.reporter] : []),
      ...roles,
    ]),
    value: t.common.row([
      ...person.accounts.map(({ platform, user }) =>
        // An object id finds nobody in Teams; the name does.
        platform === 'teams' ? platforms.teams : t.common.labelled(platforms[platform], user),
      ),
      spoken,
      contact.localTime(time),
    ]),
  }
}

/** Whom to talk to at the customer, and how: for the manager who gets an escalation. */
export const contactFlow = defineFlow({
  name: 'contact',
  opensWith: {
    en: ['contact', 'call contact', 'contacts'],
    'zh-CN': ['联系人', '联系客户', '联系客户联系人', '联系需方', '联系需方联系人'],
  },
  about: 'ticket',
  may: staff,
  help: (t) => t.flows.help.contact,
  begin: onTicket((context) => {
    const { directory, ticket, language } = context
    const { contact } = texts(language).flows
    const people = Object.values(directory.people)
      .filter((person) => ofCustomer(ticket, person))
      .filter((person) => person.id === ticket.reporter || person.roles.some((role) => role !== 'reporter'))
    const title = contact.title(directory.customers[ticket.customer]?.name ?? ticket.customer)
    return {
      kind: 'show',
      card: card({
        title,
        summary: title,
        blocks:
          people.length === 0
            ? [{ type: 'text', text: contact.nobody }]
            : [{ type: 'facts', facts: people.map((person) => lineOf(context, person)) }],
      }),
    }
  }),
})
