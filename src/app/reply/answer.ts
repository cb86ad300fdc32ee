import type { Card } from '../../chat/card.ts'
import { type Button, card, justSaid, pressOf } from '../../chat/card.ts'
import type { Asking, Place } from '../../chat/inbound.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Directory, Person } from '../../domain/people/directory.ts'
import type { Language, Side } from '../../domain/people/sides.ts'
import type { Notice } from '../../store/change.ts'
import { texts } from '../../text/texts.ts'
import { offeredOn } from '../../view/outdated-card.ts'

/** The buttons of an answer that begin with the words it answers, with the row those stand in. */
const carrying = (answer: Card, inbox: string): Card => {
  const carried = (button: Button): Button =>
    button.press.typed === justSaid ? { ...button, press: { ...button.press, typed: inbox } } : button
  return { ...answer, buttons: answer.buttons.map(carried) }
}

/** A reply as a card: a message has nobody waiting for a returned value, so its answer is posted where it was said. */
const replyCard = (reply: Reply, language: Language, inbox: string): Card | undefined => {
  switch (reply.kind) {
    case 'done':
      return reply.saying === undefined
        ? undefined
        : card({ summary: reply.saying, blocks: [{ type: 'text', text: reply.saying }] })
    case 'show':
      return carrying(reply.card, inbox)
    case 'ask': {
      const { title } = reply.form
      const { app: t, common } = texts(language)
      const press = pressOf({ ...reply.form, typed: inbox })
      return card({
        summary: common.row([title, t.fillIn]),
        title,
        blocks: [{ type: 'text', text: t.fillIn }],
        buttons: [{ label: t.openForm, press, style: 'primary' }],
      })
    }
    case 'amend': {
      const text = reply.problems.map(({ message }) => message).join('\n')
      return card({ summary: text, tone: 'warning', blocks: [{ type: 'text', text }] })
    }
    case 'refuse':
    case 'fault':
      return card({ summary: reply.saying, tone: 'warning', blocks: [{ type: 'text', text: reply.saying }] })
  }
}

/** A form or a button that words opened, or one that stands for them, says whose row they are: it may be pressed only later. */
export const withTyped = (reply: Reply, inbox: string, act: Asking): Reply => {
  if (reply.kind === 'show') return { ...reply, card: carrying(reply.card, inbox) }
  if (reply.kind !== 'ask') return reply
  const typed = act.kind === 'command' ? inbox : act.kind === 'press' ? act.press.typed : undefined
  return typed === undefined ? reply : { ...reply, form: { ...reply.form, typed } }
}

/** The answer to a message as a notice owed, committed together with what the message did; nothing to say, nothing owed. */
export const answerNotice = (
  reply: Reply,
  to: {
    readonly inbox: string
    readonly place: Place
    readonly language: Language
    readonly zone: string
    readonly side: Side
    readonly person?: Pick<Person, 'id'>
    /** That of whoever is answered: it knows where the conversation is by now. */
    readonly directory: Pick<Directory, 'supplier'>
  },
): readonly Notice[] => {
  // What opens a form opens it as long as it stands; the form itself says what has become of the item.
  const on = reply.kind === 'show' ? offeredOn(reply.card) : undefined
  const drawn = replyCard(reply, to.language, to.inbox)
  return drawn === undefined
    ? []
    : [
        {
          key: `inbox.${to.inbox}.answer`,
          to: { kind: 'place', place: to.place },
          ...(to.directory.supplier === '' ? {} : { supplier: to.directory.supplier }),
          role: 'speaker',
          side: to.side,
          about: 'answer',
          card: drawn,
          language: to.language,
          zone: to.zone,
          lane: 2,
          ...(on === undefined || to.person === undefined ? {} : { shows: { person: to.person.id, ...on } }),
        },
      ]
}
