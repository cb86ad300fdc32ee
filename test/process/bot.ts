import pg from 'pg'
import { holdDirectory } from '../../src/process/hold.ts'
import { createLog } from '../../src/process/log.ts'
import { findRedisServer, startEmbeddedRedis } from '../../src/queue/embedded.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded.ts'

/** A process that starts what `npm start` starts on a data directory, leaves a trace in it, says so and stays. */
const [dataDir = '', user] = process.argv.slice(2)
if (user) {
  process.setgid?.(Number(user))
  process.setuid?.(Number(user))
}
const log = createLog()
const hold = await holdDirectory(dataDir)
if (!('release' in hold)) process.exit(1)
const server = await findRedisServer()
const [postgres, redis] = await Promise.all([
  startEmbeddedPostgres({ dataDir, log }),
  server ? startEmbeddedRedis({ server, dataDir, log }) : undefined,
])
const client = new pg.Client({ connectionString: postgres.url })
await client.connect()
await client.query('create table if not exists starts (pid int)')
await client.query('insert into starts values ($1)', [process.pid])
const { rowCount } = await client.query('select from starts')
await client.end()
process.once('SIGTERM', async () => {
  await Promise.all([postgres.stop(), redis?.stop()])
  await hold.release()
  process.exit()
})
console.log(JSON.stringify({ home: postgres.home, starts: rowCount, redis: redis?.path ?? null }))
setInterval(() => {}, 1_000)
