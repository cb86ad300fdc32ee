import { Redis } from 'ioredis'
import type { RedisPlace } from './redis.ts'

/** What a Redis says of itself; what it keeps to itself is absent. */
export type RedisFacts = {
  readonly product: string
  readonly policy?: string
  readonly appendOnly?: boolean
  readonly hz?: number
  readonly replica: boolean
}

const patienceMs = 3_000

/** Asks a Redis once how it is set up; throws when it does not answer. It may forbid INFO, as managed ones do. */
export const inspectRedis = async (place: RedisPlace): Promise<RedisFacts> => {
  const client = new Redis('url' in place ? place.url : place.path, {
    lazyConnect: true,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  let heard: Error | undefined
  client.on('error', (error) => {
    heard ??= error
  })
  try {
    await client.connect()
    await client.ping()
    const text = await client.info().catch(() => '')
    const facts = new Map(
      text.split(/\r?\n/).map((line) => [line.replace(/:.*/, ''), line.replace(/^[^:]*:/, '')]),
    )
    const [policy, aof, hz, valkey] = ['maxmemory_policy', 'aof_enabled', 'hz', 'valkey_version'].map(
      (name) => facts.get(name),
    )
    return {
      product: valkey ? `Valkey ${valkey}` : `Redis ${facts.get('redis_version') ?? ''}`.trim(),
      ...(policy === undefined ? {} : { policy }),
      ...(aof === undefined ? {} : { appendOnly: aof === '1' }),
      ...(hz === undefined ? {} : { hz: Number(hz) }),
      replica: facts.get('role') === 'slave',
    }
  } catch (error) {
    throw heard ?? error
  } finally {
    client.disconnect()
  }
}
