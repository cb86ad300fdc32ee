import type { Truth } from './truth.ts'
import { until } from './truth.ts'

const sleeping = `pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`

/**
 * Makes the next write of that kind hang inside PostgreSQL, so that a process can be killed at exactly that point. `when`
 * is a trigger's condition on the new row.
 */
export const hangAt = async ({ sql, count }: Truth, write: string, when: string) => {
  await sql(`create function hang() returns trigger language plpgsql as
    $$ begin perform pg_sleep(300); return new; end $$`)
  await sql(`create trigger hang before ${write} for each row when (${when}) execute function hang()`)
  const table = write.split(' ').at(-1)
  return {
    reached: () => until(`${write} hangs`, async () => (await count(sleeping)) > 0),
    /** What hung never happened; from now on such writes go through. */
    letGo: async (): Promise<void> => {
      await until(`${write} hangs no more`, async () => {
        await sql(`select pg_terminate_backend(pid) from ${sleeping}`)
        return (await count(sleeping)) === 0
      })
      await sql(`drop trigger hang on ${table}`)
      await sql('drop function hang')
    },
  }
}
