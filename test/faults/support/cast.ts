import type { Reply } from '../../../src/chat/reply.ts'
import { type Acknowledged, nothingYet } from './acknowledged.ts'
import { type Acting, person } from './person.ts'
import type { Random } from './random.ts'
import { oneOf } from './random.ts'
import { openTruth, type Truth } from './truth.ts'

/** What every internal text holds and no customer may ever see. */
export const inside = 'zq-inside'

/** The people of a run, what they were told is done, and the truth it is compared with. */
export type Cast = {
  readonly as: (user: string) => Acting
  readonly truth: Truth
  readonly acknowledged: Acknowledged
  /** Words nobody said before. */
  readonly words: (what: string) => string
  readonly random: Random
}

/** People who speak to whichever of these addresses answers. */
export const castOn = async (
  databaseUrl: string,
  addresses: () => readonly string[],
  random: Random = Math.random,
): Promise<Cast> => {
  let count = 0
  return {
    as: (user) => person(addresses, user),
    truth: await openTruth(databaseUrl),
    acknowledged: nothingYet(),
    words: (what) => {
      count += 1
      return `${what} [${count}]`
    },
    random,
  }
}

/** The reporter and the contact of each customer. */
export const customers = [
  { reporter: 'zhao', contact: 'sun' },
  { reporter: 'emma', contact: 'oliver' },
] as const

const problems = [
  'Our VPN has been down for the whole office since nine',
  '三楼打印机卡纸，打印不出来',
  'Mail to the branch arrives an hour late',
  '全公司都连不上财务系统了',
  'One laptop does not wake up any more',
] as const

/** Somebody reports something; resolves with the message once it was acknowledged. */
export const reports = async (
  { as, acknowledged, words, random }: Cast,
  reporter: string,
): Promise<string> => {
  const message = await as(reporter).says(words(oneOf(random, problems)))
  acknowledged.said.push({ message, types: ['ticket.reported'] })
  return message
}

/** A fault says that nothing was changed and to try again: so people do, with an act of its own. */
export const unlessFaulted = async (act: () => Promise<Reply>): Promise<Reply> => {
  const reply = await act()
  return reply.kind === 'fault' ? unlessFaulted(act) : reply
}

/** An act with words of its own, on a form; its answer is noted. */
export const fills = async (
  { as, acknowledged }: Cast,
  user: string,
  form: { readonly flow: string; readonly item: string },
  values: { readonly [field: string]: string },
  words: string,
): Promise<string> => {
  const { kind } = await unlessFaulted(() => as(user).fills(form, values))
  acknowledged.done.push({ words, reply: kind })
  return kind
}
