import type { Context, Flow, Step, Tried } from '../../chat/flow.ts'
import type { Form } from '../../chat/form.ts'
import type { Place } from '../../chat/inbound.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Instant } from '../../domain/calendar/calendar.ts'
import { isOf } from '../../domain/item/kinds.ts'
import type { FileRef, MessageRef } from '../../domain/ticket/event.ts'
import { type Entitled, withWhoMay } from '../../domain/ticket/who-may.ts'
import type { Notice } from '../../store/change.ts'
import type { ScopedStore, Store } from '../../store/store.ts'
import { refuse } from '../../text/refuse.ts'
import { texts } from '../../text/texts.ts'
import { speak } from '../../view/reading.ts'
import { homeLists, inHand } from '../../work/in-hand.ts'
import type { KindsOfWork } from '../../work/kind.ts'
import { listReads } from '../../work/list-reads.ts'
import type { OrderItems } from '../../work/order.ts'
import type { Speaking } from '../speaker/speaking.ts'
import { actorOf } from '../speaker/speaking.ts'
import { inVain, triedOf } from './in-vain.ts'
import { numbered } from './numbered.ts'
import { sayRefusal } from './say.ts'

/** What running a step needs; the rest is data. */
export type Running = {
  readonly store: Store
  readonly kinds: KindsOfWork
  readonly order: OrderItems
  readonly now: () => Instant
}

/**
 * Who asked, and which inbox row that was. `waits`: the person gets the reply itself; where nobody waits, `notices` are how
 * the answer reaches them. `anew`: what became of it is said each time it is asked.
 */
export type Asked = { readonly speaking: Speaking; readonly inbox: string } & (
  | { readonly waits: true; readonly anew: boolean }
  | { readonly waits: false; readonly notices: (reply: Reply) => readonly Notice[] }
)

/** What a flow may look at, read in the speaker's own scope. Another tenant's ticket is as absent as one that never was. */
export const contextOf = async (
  kinds: KindsOfWork,
  scoped: ScopedStore,
  speaking: Speaking,
  now: Instant,
  about: {
    readonly place: Place
    readonly words: string
    readonly names?: readonly string[]
    readonly message?: MessageRef
    readonly files?: readonly FileRef[]
    readonly item?: string
    readonly seen?: number
    readonly choice?: string
    readonly draft?: string
  },
): Promise<Context> => {
  const found = about.item === undefined ? undefined : await scoped.item(about.item)
  const item = found && inHand(kinds, found)
  const { person, language, zone, audience, directory, ofOthers } = speaking
  return {
    now,
    person,
    language,
    zone,
    audience,
    directory,
    ...(ofOthers === undefined ? {} : { ofOthers }),
    place: about.place,
    words: about.words,
    ...(about.names === undefined ? {} : { names: about.names }),
    ...(about.message === undefined ? {} : { message: about.message }),
    ...(about.files === undefined ? {} : { files: about.files }),
    home: homeLists(kinds, person, now),
    ...(item === undefined ? {} : { item }),
    ...(item !== undefined && isOf('ticket', item) ? { ticket: item.state, seq: item.seq } : {}),
    ...(about.seen === undefined ? {} : { seen: about.seen }),
    ...(about.choice === undefined ? {} : { choice: about.choice }),
    ...(about.draft === undefined ? {} : { draft: about.draft }),
  }
}

/** The form that a step came of, for the reply to carry it back. */
const sent = ({ form }: { readonly form?: Form }): { readonly form?: Form } =>
  form === undefined ? {} : { form }

/** Runs what a flow wants next until there is a reply. An order and the end of its inbox row are one transaction. */
export const runStep = async (running: Running, step: Step, asked: Asked): Promise<Reply> => {
  const { store, kinds, order, now } = running
  const { speaking, inbox } = asked
  const scoped = store.as(speaking.reader)
  const { person, room } = speaking
  // An act is answered to its person alone, words where they were said.
  const alone = asked.waits || room === undefined ? { alone: person } : {}
  const lists = listReads(kinds, scoped, { ...speaking, ...alone, now: now() }, person)
  const notices = (reply: Reply) => (asked.waits ? [] : asked.notices(reply))
  const answer = async (reply: Reply, tried?: Tried): Promise<Reply> => {
    const heard = tried === undefined ? [] : await inVain(running, tried, asked)
    if (!asked.waits) await store.commit([], { inbox, extra: [...notices(reply), ...heard] })
    else {
      const isDone = await store.inbox.answered(inbox)
      // Sent twice at once, the other had its effect while this one was looked at: that is what its sender wanted.
      if (isDone && !asked.anew) return { kind: 'done' }
      if (heard.length > 0) await store.commit([], { extra: heard })
    }
    return reply
  }
  switch (step.kind) {
    case 'ask':
      return answer({ kind: 'ask', form: step.form })
    case 'amend':
      return answer({ kind: 'amend', problems: step.problems, ...sent(step) })
    case 'show':
      return answer({ kind: 'show', card: step.card })
    case 'refuse':
      return answer({ kind: 'refuse', saying: step.saying, ...sent(step) }, step.tried)
    case 'list':
      return runStep(running, step.yields(await lists.list(step.query)), asked)
    case 'find':
      return runStep(running, step.yields(await lists.find(step.query, step.size)), asked)
    case 'overview':
      return runStep(running, step.yields(await lists.overview()), asked)
    case 'history': {
      const { log, badSeq } = await scoped.history(step.item)
      return runStep(running, step.yields(log, badSeq), asked)
    }
    case 'told':
      return runStep(running, step.yields(await scoped.told(step.item)), asked)
    case 'order': {
      const { saying, shows, asks } = step
      const done: Reply =
        asks !== undefined
          ? { kind: 'ask', form: asks }
          : shows !== undefined
            ? { kind: 'show', card: shows }
            : { kind: 'done', ...(saying === undefined ? {} : { saying }) }
      const { wished, merges } = await numbered(running, step.orders, speaking)
      const by = actorOf(speaking)
      const heard = step.tried === undefined ? [] : await inVain(running, step.tried, asked)
      const together = { inbox, extra: [...notices(done), ...heard] }
      const merged = merges.length === 0 ? undefined : await order([...wished, ...merges], by, together)
      // The other ticket may have been closed meanwhile: a report is accepted in any case.
      const ordered = merged?.ok ? merged : await order(wished, by, together)
      if (ordered.ok) return done
      const refused = sayRefusal(kinds, ordered, speaking, now())
      return answer(
        { kind: 'refuse', saying: refused, ...sent(step) },
        await triedOf(running, scoped, step.orders, ordered, speaking),
      )
    }
  }
}

/**
 * Opens a flow for somebody: the gate of its `may`, then its first step. `named`: a ticket was named, so when it is not in
 * the speaker's scope the answer is that there is none; a flow that needs one and was given none offers a choice itself.
 */
export const beginFlow = (flow: Flow, context: Context, { named }: { readonly named: boolean }): Step => {
  const { language, item, person } = context
  const fits = flow.about === 'item' ? item !== undefined : item?.kind === flow.about
  if (named && flow.about !== 'nothing' && !fits)
    return { kind: 'refuse', saying: refuse({ code: 'not_found' }, language, speak(context)) }
  if (!flow.may(person, item)) return notTheirs(flow, context)
  return flow.begin(context)
}

/** Whom an act is for that is not everybody's of a side. */
const onlyFor: { readonly [flow: string]: Entitled } = {
  close: 'person_in_charge',
  approve: 'approver',
  refuse: 'approver',
}

/** It is another side's act: whose, and who of them can. */
const notTheirs = ({ name, about }: Flow, context: Context): Step => {
  const { language, person, ticket, directory } = context
  if (about === 'nothing') return { kind: 'refuse', saying: texts(language).app.notForYou }
  const who = onlyFor[name] ?? (person.side === 'customer' ? 'supplier' : 'contact')
  const no = withWhoMay({ code: 'not_permitted', who }, ticket, directory)
  const why = (voice: Pick<Context, 'language' | 'zone'>): string =>
    refuse(no, voice.language, speak({ ...context, ...voice }, ticket))
  return {
    kind: 'refuse',
    saying: why(context),
    ...(ticket === undefined ? {} : { tried: { act: name, ticket, why } }),
  }
}
