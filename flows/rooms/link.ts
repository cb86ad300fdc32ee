import { type Context, defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Choice, Form } from '../../src/chat/form.ts'
import type { Customer } from '../../src/domain/people/directory.ts'
import { roomAt } from '../../src/domain/people/find.ts'
import { supplierOf } from '../../src/domain/people/supplier-of.ts'
import { plain } from '../../src/domain/words/plain.ts'
import { texts } from '../../src/text/texts.ts'
import { linkRefusal } from '../../src/view/link-refusal.ts'
import { orgName } from '../../src/view/org-name.ts'
import { checked } from '../shared/checked.ts'
import { ask } from '../shared/ticket-form.ts'
import { administrator } from '../shared/who.ts'

const customersOf = ({ directory, person }: Context): readonly Customer[] =>
  Object.values(directory.customers).filter(({ supplier }) => supplier === person.org)

/** The customer named by key, id or name, whole; one named in part is asked for, not guessed. */
const named = (context: Context): string | undefined => {
  const said = plain(context.words).text
  const found = customersOf(context).filter(({ id, key, name }) =>
    [id, key, name].some((one) => plain(one).text === said),
  )
  return found.length === 1 ? found[0]?.id : undefined
}

const form = (context: Context): Form => {
  const { language, directory, person, words } = context
  const t = texts(language)
  const choices: readonly Choice[] = [
    ...customersOf(context).map(({ id, key, name }) => ({ id, label: t.common.row([key, name]) })),
    { id: person.org, label: t.link.form.engineers(orgName(directory, person.org)) },
  ]
  return {
    flow: 'link',
    title: t.link.form.title,
    intro: words === '' ? t.link.form.intro : t.link.form.unknown(words),
    fields: [{ kind: 'choice', name: 'org', label: t.link.form.org, choices }],
    submit: t.flows.form.send,
  }
}

const links = ({ place, person, language, directory }: Context, org: string): Step => {
  const { platform, team, conversation } = place
  const t = texts(language).link
  return {
    kind: 'order',
    orders: [
      { item: 'directory', wish: { do: 'directory.link', place: { platform, team, conversation }, org } },
    ],
    saying: org === person.org ? t.ownRoom : t.asked(orgName(directory, org)),
  }
}

/** Goes on where something can be linked at all: in a channel, and in none that is linked already. */
const unlessLinked = (context: Context, goOn: () => Step): Step => {
  const { place, directory, language, person, ofOthers } = context
  if (place.direct) return { kind: 'refuse', saying: texts(language).link.onlyInChannel }
  const room = roomAt(directory, place.platform, place.team, place.conversation)
  if (room === undefined && ofOthers !== 'room') return goOn()
  const refusal =
    room !== undefined && supplierOf(directory, room) === person.org
      ? ({ code: 'link_exists', org: room.org } as const)
      : ({ code: 'link_of_others' } as const)
  return { kind: 'refuse', saying: linkRefusal(refusal, context) }
}

/** A channel the bot does not know is asked for, never guessed: the administrator says whose it is, the customer confirms. */
export const link = defineFlow({
  name: 'link',
  opensWith: { en: ['link', 'link to'], 'zh-CN': ['关联', '绑定', '关联到', '绑定到'] },
  about: 'nothing',
  where: 'anywhere',
  takes: 'name',
  may: administrator,
  help: (t) => t.link.help,
  begin: (context) =>
    unlessLinked(context, () => {
      const org = named(context)
      return org === undefined ? ask(form(context)) : links(context, org)
    }),
  submit: (context, values) =>
    unlessLinked(context, () =>
      checked(form(context), values, context, () => links(context, values.org ?? '')),
    ),
})
