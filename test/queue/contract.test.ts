import { createLog } from '../../src/process/log.ts'
import { createQueue } from '../../src/queue/bullmq.ts'
import { testDatabase } from '../support/database.ts'
import { noRedis, testRedis } from '../support/redis.ts'
import { queueContract } from './contract.ts'

const log = createLog({ level: 'error' })

queueContract(
  'Redis',
  async () => {
    const { path, stop } = await testRedis()
    return { create: () => createQueue({ redis: { path } }, log), drop: stop }
  },
  noRedis,
)

queueContract('PostgreSQL', async () => {
  const { url, drop } = await testDatabase()
  return { create: () => createQueue({ postgres: url }, log), drop }
})
