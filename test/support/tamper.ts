import type pg from 'pg'
import { bodyHash, chainHash, type Link, noHead } from '../../src/store/chain.ts'

/** Changes the log by hand, past the triggers that refuse it, as whoever owns the database can. */
export const tamper = async (admin: pg.Pool, sql: string, values: readonly unknown[] = []): Promise<void> => {
  const client = await admin.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    await client.query(sql, [...values])
    await client.query('commit')
  } finally {
    client.release()
  }
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

/** Writes an item's log anew from event `seq` on, with another body there and every hash after it right again, head included. */
export const forge = async (admin: pg.Pool, item: string, seq: number, body: object): Promise<void> => {
  const { rows } = await admin.query('select * from events where item = $1 order by seq', [item])
  let before = noHead
  for (const row of rows) {
    const salt = hex(row.salt)
    const written = row.seq === seq ? body : row.body
    const link = { ...row, at: Number(row.at), body_hash: bodyHash({ salt, body: written }) } satisfies Link
    const hash = chainHash(before, link)
    await tamper(
      admin,
      'update events set body = $3, body_hash = $4, hash = $5 where item = $1 and seq = $2',
      [item, row.seq, written, link.body_hash, hash],
    )
    before = hash
  }
  await admin.query('update items set head = $2 where id = $1', [item, before])
}
