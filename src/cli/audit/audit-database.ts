import { appendFile, readFile } from 'node:fs/promises'
import { createAudit } from '../../store/audit.ts'
import { createPool } from '../../store/pool.ts'
import { createSql } from '../../store/sql.ts'
import { checkSchema, schemaOf } from '../doctor/database.ts'
import { type Finding, fix, ok } from '../doctor/finding.ts'
import { type Departure, fingerprint, holdAgainst, readAnchor } from './anchor.ts'
import { checkLogs } from './check-logs.ts'

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

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })

/** What the anchor in a file says to the logs; it grows only when it has nothing against them. */
const auditAgainst = async (
  file: string,
  audit: ReturnType<typeof createAudit>,
): Promise<readonly Finding[]> => {
  const text = await textOf(file)
  const anchored = readAnchor(text)
  if (!anchored.ok)
    return [
      ...(await checkLogs(audit)),
      fix('anchor', `Line ${anchored.no} of ${file} is damaged.`, 'Use a copy of it, or name a new file.'),
    ]
  const held = holdAgainst(anchored.value)
  const findings = await checkLogs(audit, held.see)
  const departures = held.departures()
  if (departures.length > 0) return [...findings, ...departures.map(sayDeparture)]
  if (findings.some(({ state }) => state === 'fix')) return findings
  const news = held.news()
  if (news !== '') await appendFile(file, news, { flush: true })
  const agrees = text === '' ? 'was begun' : 'agrees'
  return [...findings, ok('anchor', `${file} ${agrees}; its fingerprint is now ${fingerprint(text + news)}`)]
}

/** Walks every log of a database, and holds them against the anchor in a file where one is named. It writes nothing else. */
export const auditDatabase = async (url: string, anchor?: string): Promise<readonly Finding[]> => {
  const pool = createPool({ url, max: 2 })
  try {
    const schema = checkSchema(await schemaOf(pool))
    if (schema.state !== 'ok') return [schema]
    const audit = createAudit(createSql(pool))
    return await (anchor === undefined ? checkLogs(audit) : auditAgainst(anchor, audit))
  } finally {
    await pool.end()
  }
}
