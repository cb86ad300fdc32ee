import type { Pool, PoolClient } from 'pg'

/** Does all of a work in one transaction, or nothing of it. A connection that failed in the middle is ended, and with it what it began. */
export const inTransaction = async <Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  }
}
