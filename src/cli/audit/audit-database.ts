import { appendFile, readFile } from 'node:fs/promises'
import { createAudit } from '../../store/audit.ts'
import { createPool } from '../../store/pool.ts'
import { createSql } from '../../store/sql.ts'
import { checkSchema, schemaOf } from '../doctor/database.ts'
import { type Finding, fix, ok } from '../doctor/finding.ts'
import { type Departure, fingerprint, holdAgainst, readAnchor } from './anchor.ts'
import { checkLogs } from './check-logs.ts'
import { checkStates } from './check-states.ts'

const departed: { readonly [what in Departure['what']]: string } = {
  gone: 'and all that came after it are gone, and the ticket with them.',
  shortened: 'and all that came after it are gone.',
  rewritten: 'is not the one that was anchored: the log was written anew from there on.',
}

const sayDeparture = ({ item, badSeq, what }: Departure): Finding =>
  fix(
    'anchor',
    `${item}: entry ${badSeq} ${departed[what]}`,
    'Either somebody changed the database past Accord, or an older backup was restored. The anchor was left as it is.',
  )

const textOf = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

const begun = (file: string): Finding =>
  fix(
    'anchor',
    `${file} was not there, so nothing held the logs against it; it was begun from them as they are.`,
    'If this is the first audit with it, all is well from the next one on. Otherwise somebody took it away: use a copy of it.',
  )

/** What the anchor in a file says to the logs; it grows only when it has nothing against them. */
const auditAgainst = async (
  file: string,
  audit: ReturnType<typeof createAudit>,
): Promise<readonly Finding[]> => {
  const kept = await textOf(file)
  const text = kept ?? ''
  const anchored = readAnchor(text)
  if (!anchored.ok)
    return [
      ...(await checkLogs(audit)),
      fix('anchor', `Line ${anchored.no} of ${file} is damaged.`, 'Use a copy of it, or name a new file.'),
    ]
  const held = holdAgainst(anchored.value)
  let isNew = true
  const findings = await checkLogs(audit, (link) => {
    if (!link.item.startsWith('directory/')) isNew = false
    held.see(link)
  })
  const departures = held.departures()
  if (departures.length > 0) return [...findings, ...departures.map(sayDeparture)]
  if (findings.some(({ state }) => state === 'fix')) return findings
  const news = held.news()
  if (news !== '') await appendFile(file, news, { flush: true })
  const says = `${file} ${text === '' ? 'was begun' : 'agrees'}; its fingerprint is now ${fingerprint(text + news)}`
  // A new installation has nothing yet that an anchor could have held.
  return [...findings, ...(kept === undefined && !isNew ? [begun(file)] : []), ok('anchor', says)]
}

/** Walks every log of a database, and holds them against the anchor in a file where one is named. It writes nothing else. */
export const auditDatabase = async (url: string, anchor?: string): Promise<readonly Finding[]> => {
  const pool = createPool({ url, max: 2 })
  try {
    const schema = checkSchema(await schemaOf(pool))
    if (schema.state !== 'ok') return [schema]
    const sql = createSql(pool)
    const audit = createAudit(sql)
    const logs = await (anchor === undefined ? checkLogs(audit) : auditAgainst(anchor, audit))
    return [...logs, ...(await checkStates(sql))]
  } finally {
    await pool.end()
  }
}
