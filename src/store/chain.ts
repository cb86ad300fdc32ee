import { hash, randomBytes } from 'node:crypto'
import { canonical } from '../domain/canonical.ts'
import type { Actor } from '../domain/item/item.ts'
import type { AnyEvent } from '../domain/item/reading.ts'
import { settled } from './json.ts'

/** An event as a row of the log. Bytes are in PostgreSQL's hex form, `\x…`. */
export type Link = {
  readonly item: string
  readonly seq: number
  readonly at: number
  readonly by: Actor
  readonly type: string
  readonly body: unknown
  readonly salt: string
  readonly body_hash: string
  readonly hash: string
}

/** The head of an item without events. */
export const noHead = '\\x'

const sha256 = (text: string): string => `\\x${hash('sha256', text, 'hex')}`

/** Salted, and apart from the chain, so that erasing a body one day breaks no chain and nobody can guess it back. */
export const bodyHash = (link: Pick<Link, 'salt' | 'body'>): string =>
  sha256(`${link.salt}${canonical(link.body)}`)

/** The chain's hash of an event: over the one before it and everything of its own. */
export const chainHash = (before: string, link: Omit<Link, 'hash' | 'body' | 'salt'>): string =>
  sha256(canonical([before, link.item, link.seq, link.at, link.by, link.type, link.body_hash]))

/** Seals events onto the end of an item's log: the rows to insert, each holding its hash, the last one the new head. */
export const seal = (
  item: string,
  seq: number,
  head: string,
  events: readonly AnyEvent[],
): readonly Link[] => {
  let before = head
  return events.map((event, index) => {
    const { at, by, type, ...body } = settled(event) as AnyEvent
    const salt = `\\x${randomBytes(16).toString('hex')}`
    const body_hash = bodyHash({ salt, body })
    const link = { item, seq: seq + index + 1, at, by, type, body, salt, body_hash }
    before = chainHash(before, link)
    return { ...link, hash: before }
  })
}
