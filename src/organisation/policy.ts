import type { Policy, Rung } from '../domain/escalation/policy.ts'
import { stdV1 } from '../domain/escalation/std-v1.ts'
import { complete, fields, need, someOf } from './fields.ts'
import { folded } from './folded.ts'
import { note, type Piece, type Read, stated } from './piece.ts'
import { interval, readRung } from './rung.ts'
import { oneOf, text } from './scalars.ts'

const shippedName = oneOf([stdV1.id])

/** The shipped ladder with its questions repeated at another interval; its name says so. */
const derived: Read<Policy> = (piece) => {
  const read = complete(
    fields<{ from: string; askAgainEvery: NonNullable<Rung['askAgainEvery']> }>(piece, {
      from: need(shippedName, `write \`from: ${stdV1.id}\``),
      askAgainEvery: need(interval, 'write how often an unacknowledged escalation asks again, e.g. `15m`'),
    }),
  )
  return (
    read && {
      id: `${stdV1.id}+ask-again`,
      rungs: stdV1.rungs.map((rung) =>
        rung.askAgainEvery === undefined ? rung : { ...rung, askAgainEvery: read.askAgainEvery },
      ),
    }
  )
}

const tellRepeated = (piece: Piece, rungs: readonly Rung[]): void => {
  const names = rungs.map(({ target, id }) => `${target} ${folded(id)}`)
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) < index)))
    note(piece, `there are two rungs ${name}`, 'give one of them another id')
}

/** Reads the ladder (RS.6d): the shipped one by name or with another interval, or the agreement's own. */
export const readPolicy: Read<Policy> = (piece) => {
  if (typeof piece.value !== 'object') return shippedName(piece) === undefined ? undefined : stdV1
  if (stated(piece, 'from') !== undefined) return derived(piece)
  const policy = complete(
    fields<Policy>(piece, {
      id: need(text, 'give it a name'),
      rungs: need(someOf('rung', readRung), 'list its rungs from the lowest to the highest'),
    }),
  )
  if (policy) tellRepeated(piece, policy.rungs)
  return policy
}
