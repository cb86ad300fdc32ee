import { createRedisBackend, withBackend } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
import { type Log, maskSecrets } from '../process/log.ts'
import { type Backend, queueName, type WakeUp } from './backend.ts'

/** Where a Redis is: a URL of somebody's, or the socket of our private one. */
export type RedisPlace = { readonly url: string } | { readonly path: string }

const { Queue, Worker } = withBackend(createRedisBackend)

type Options = Pick<
  RedisOptions,
  'commandTimeout' | 'enableOfflineQueue' | 'maxRetriesPerRequest' | 'retryStrategy'
>

const connectRedis = (place: RedisPlace, options: Options): Redis =>
  new Redis('url' in place ? place.url : place.path, options)

/** Milliseconds before the n-th attempt to reach Redis again: soon at first, then twice a second for ever. */
const retryStrategy = (attempt: number): number => Math.min(20 * 2 ** attempt, 500)

const firstAnswerWithin = 3_000

/** True once Redis answers, false when it does not in time; throws when it answers that we may not enter. */
const firstAnswer = (client: Redis): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve(false), firstAnswerWithin)
    client.once('ready', () => {
      clearTimeout(late)
      resolve(true)
    })
    client.on('error', (error) => {
      if (!/NOAUTH|WRONGPASS|NOPERM|invalid.*password/i.test(error.message)) return
      clearTimeout(late)
      reject(new Error(`Redis refuses us: ${error.message} Check the user and password in REDIS_URL.`))
    })
  })

const infoOf = async (client: Redis): Promise<ReadonlyMap<string, string>> => {
  const text = await client.info().catch(() => '') // managed services may forbid it
  return new Map(text.split(/\r?\n/).map((line) => [line.replace(/:.*/, ''), line.replace(/^[^:]*:/, '')]))
}

const nameOf = async (client: Redis, place: RedisPlace, log: Log): Promise<string> => {
  const info = await infoOf(client)
  const policy = info.get('maxmemory_policy')
  if (policy && policy !== 'noeviction')
    log.warn(`Redis may evict wake-ups (maxmemory-policy ${policy}): set it to noeviction`)
  const valkey = info.get('valkey_version')
  const product = valkey ? `Valkey ${valkey}` : `Redis ${info.get('redis_version') ?? ''}`.trim()
  return `${product} (${'url' in place ? maskSecrets(place.url) : `private, ${place.path}`})`
}

/**
 * BullMQ on Redis. A Redis that is away at the start is no reason not to start: its absence is told, and the sweep works
 * until it comes. `pingMs` keeps the loop of a Redis with a slow tick awake (see REDIS_PING_MS).
 */
export const redisBackend = async (place: RedisPlace, pingMs: number, log: Log): Promise<Backend> => {
  const arming = connectRedis(place, {
    retryStrategy,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: 5_000,
  })
  const listeners: (() => void)[] = []
  let away = false
  arming.on('error', (error) => log.debug(`Redis: ${error.message}`))
  arming.on('close', () => {
    if (!away) log.warn('Redis is away; the sweep finds what is due until it returns')
    away = true
  })
  const here = await firstAnswer(arming).catch((error: unknown) => {
    arming.disconnect()
    throw error
  })
  const describe = here
    ? await nameOf(arming, place, log)
    : `Redis, not answering yet (${'url' in place ? maskSecrets(place.url) : place.path})`
  arming.on('ready', () => {
    log.info('Redis is back')
    away = false
    for (const listener of listeners) listener()
  })
  const working = connectRedis(place, { retryStrategy, maxRetriesPerRequest: null })
  working.on('error', (error) => log.debug(`Redis: ${error.message}`))
  const healthy = (): boolean => arming.status === 'ready'
  const ping = (): void => void (healthy() && arming.ping().catch(() => {}))
  const pinging = pingMs > 0 ? setInterval(ping, pingMs) : undefined
  return {
    describe,
    // BullMQ remembers a version check that failed half-way for ever, and the worker makes the same check anyway.
    jobs: async (options, heard) =>
      new Queue<WakeUp>(queueName, { ...options, connection: arming, skipVersionCheck: true }).on(
        'error',
        heard,
      ),
    worker: async (onWake, options, heard) =>
      new Worker<WakeUp>(queueName, ({ data }) => onWake(data.item), { ...options, connection: working }).on(
        'error',
        heard,
      ),
    healthy,
    onReturn: (listener) => void listeners.push(listener),
    close: async () => {
      clearInterval(pinging)
      arming.removeAllListeners('close')
      arming.disconnect()
      working.disconnect()
    },
  }
}
