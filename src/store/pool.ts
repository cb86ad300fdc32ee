import pg from 'pg'

/**
 * A pool of connections to PostgreSQL. A connection that breaks while idle is dropped in silence: the next command opens
 * another. Waiting for a free or new connection ends after 5 s, one statement after 30 s.
 */
export const createPool = ({ url, max = 10 }: { readonly url: string; readonly max?: number }): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'accord',
  })
  pool.on('error', () => {})
  // The pool listens to idle connections only; one that breaks in use is reported by its statement.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
