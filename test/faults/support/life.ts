import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { type Cast, fills, inside, reports, unlessFaulted } from './cast.ts'
import { between } from './random.ts'
import { until, untilKillsEnd } from './truth.ts'

type People = { readonly reporter: string; readonly contact: string }

const thread = async (
  cast: Cast,
  user: string,
  at: { message: string; conversation?: string },
  text: string,
) => {
  const { message, conversation } = at
  const said = await cast.as(user).says(text, { thread: message, ...(conversation ? { conversation } : {}) })
  return said
}

/** The engineers talk in their own room, under the ticket's card, once it stands there. */
const talkInside = async (cast: Cast, id: string): Promise<void> => {
  const [root] = await cast.truth.sql<{ message: string }>(
    `select message from threads where item = $1 and conversation = 'engineers' and root`,
    [id],
  )
  if (root === undefined) return
  const text = cast.words(`${inside} the switch again`)
  const message = await thread(cast, 'li', { ...root, conversation: 'engineers' }, text)
  cast.acknowledged.said.push({ message, types: ['ticket.note_added'] })
}

/** Two press together: one owner, the other is told who. */
const claimTogether = async (cast: Cast, id: string): Promise<string> => {
  const replies = await Promise.all(
    ['li', 'wang'].map((user) => unlessFaulted(() => cast.as(user).presses({ flow: 'claim', item: id }))),
  )
  const kinds = replies.map(({ kind }) => kind)
  expect(kinds.toSorted(), `one of two gets ${id}: ${JSON.stringify(replies)}`).toEqual(['done', 'refuse'])
  return kinds[0] === 'done' ? 'li' : 'wang'
}

/**
 * One ticket from its report to the closure both parties agreed to, with everything that may lie between, at a random
 * pace. Whatever dies meanwhile, every answer must be the one that a person would rightly expect. `neglectedMs`: nobody
 * looks at it for so long, and the ladder climbs.
 */
export const liveThrough = async (
  cast: Cast,
  { reporter, contact }: People,
  neglectedMs = 0,
): Promise<string> => {
  const { as, truth, acknowledged, words, random } = cast
  const wait = () => pause(between(random, 0, 500))
  const chance = (share: number) => random() < share
  const message = await reports(cast, reporter)
  const id = await until(`the report ${message} is a ticket`, () => truth.ticketOf(message), untilKillsEnd)
  const does = async (
    user: string,
    flow: string,
    values: { readonly [field: string]: string },
    own: string,
  ) => {
    await wait()
    expect(await fills(cast, user, { flow, item: id }, values, own), `${user} ${flow} ${id}`).toBe('done')
  }
  const says = async (user: string, what: string) => {
    const said = await thread(cast, user, { message }, words(what))
    acknowledged.said.push({ message: said, types: ['ticket.message_added', 'ticket.customer_answered'] })
  }
  await pause(neglectedMs)
  const note = words(`${inside} looks like the old fault`)
  await does('wang', 'note', { text: note }, note)
  if (chance(0.4)) await says(reporter, 'It is the second floor as well')
  await wait()
  const owner = await claimTogether(cast, id)
  if (chance(0.5)) {
    const text = words('We found the cause')
    await does(owner, 'update', { text }, text)
  }
  if (chance(0.4)) await talkInside(cast, id)
  if (chance(0.4)) {
    const text = words('Which room is it?')
    // Asked of somebody who reports nothing: what the reporter says in private then is a report, not the answer.
    await does(owner, 'ask', { kind: 'information', text, of: contact }, text)
    const answer = words('The one at the end')
    if (chance(0.5)) await says(reporter, 'The one at the end')
    else await does(contact, 'answer', { text: answer }, answer)
  }
  if (chance(0.3)) {
    const text = words('We cannot wait any longer')
    await does(contact, 'escalate', { text }, text)
    await as('chen').presses({ flow: 'acknowledge_escalation', item: id })
  }
  for (let solved = false; !solved; ) {
    const description = words('Replaced the part')
    const values = { description, workaround: 'no', breachReason: 'The part had to be fetched' }
    await does(owner, 'resolve', values, description)
    solved = chance(0.7)
    const text = words('It still does not work')
    if (!solved) await does(reporter, 'reject_solution', { text }, text)
  }
  await wait()
  const presses = async (user: string, flow: string, choice?: string) => {
    const press = { flow, item: id, ...(choice === undefined ? {} : { choice }) }
    expect(await unlessFaulted(() => as(user).presses(press)), `${user} ${flow} ${id}`).toMatchObject({
      kind: 'done',
    })
  }
  await presses(chance(0.7) ? reporter : contact, 'confirm_solution')
  await wait()
  await presses('chen', 'close')
  expect((await truth.ticket(id)).status).toBe('closed')
  await presses(reporter, 'rate', 'score:4')
  expect(await truth.ticket(id)).toMatchObject({ status: 'closed', rating: { score: 4 } })
  return id
}
