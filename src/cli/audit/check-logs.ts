import type { Audit, Gap, WalkedLog } from '../../store/audit.ts'
import { type Finding, fix, note, ok } from '../doctor/finding.ts'
import type { Sealed } from './anchor.ts'
import { named } from './named.ts'

const todo =
  'Somebody changed the database past Accord. Keep a copy as it is, find out who may write there, and restore a backup.'

const sayBad = ({ item, badSeq = 1 }: WalkedLog): Finding =>
  fix(
    'log',
    badSeq === 1
      ? `${item}: entry 1 is missing, moved or changed.`
      : `${item}: entry ${badSeq} is missing, moved or changed; the ${badSeq - 1} before it are as they were written.`,
    todo,
  )

const sayShortened = ({ item, length, spoken }: WalkedLog): Finding =>
  fix(
    'log',
    `${item}: entry ${length + 1} is missing: the log was cut off there, and notices of entry ${spoken} are still here.`,
    todo,
  )

const ranges = (numbers: readonly number[]): string => {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

const sayGaps = (gaps: readonly Gap[]): Promise<readonly Finding[]> => {
  const customers = [...new Set(gaps.map(({ customer }) => customer))]
  return named(customers, 'numbers', (customer) => {
    const numbers = gaps.filter((gap) => gap.customer === customer).map(({ number }) => number)
    return note(
      'numbers',
      `${customer}: no ticket has ${ranges(numbers)}. A number is taken before its ticket is written and never given again, ` +
        'so one is left over when a process dies between the two, and when the same form is sent twice; the report then has another number.',
      'Nothing to do. Whether a ticket was there and was removed whole, only an anchor can tell: npm run audit -- --anchor FILE.',
    )
  })
}

/**
 * Verifies every log there is (I10): what is not as it was written, what is gone, and which numbers were never used. `seen`
 * gets every event on the way.
 */
export const checkLogs = async (audit: Audit, seen?: (link: Sealed) => void): Promise<readonly Finding[]> => {
  const bad: WalkedLog[] = []
  const shortened: WalkedLog[] = []
  let logs = 0
  let entries = 0
  for await (const log of audit.walk(seen)) {
    logs += 1
    entries += log.length
    if (log.badSeq !== undefined) bad.push(log)
    if (log.spoken !== undefined) shortened.push(log)
  }
  const vanished = await audit.vanished()
  const again = await audit.numbersAgain()
  const whole = [bad, vanished, shortened].every(({ length }) => length === 0)
  const counted = `${logs} logs with ${entries} entries`
  return [
    ...(whole ? [ok('log', `${counted}: in order and complete`)] : [note('log', `${counted} were read.`)]),
    ...(await named(bad, 'log', sayBad)),
    ...(await named(vanished, 'log', (item) =>
      fix(
        'log',
        `${item}: entry 1 is missing: the whole log is gone, and notices of it are still here.`,
        todo,
      ),
    )),
    ...(await named(shortened, 'log', sayShortened)),
    ...(await named(again, 'numbers', ({ customer, given }) =>
      fix(
        'numbers',
        `${customer}: numbers are counted from ${given}, and tickets with higher ones are there.`,
        'The counter was set back by hand. Set it to the highest number in use, or new reports will be refused.',
      ),
    )),
    ...(await sayGaps(await audit.gaps())),
  ]
}
