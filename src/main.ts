import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { argv, cwd, env, exit, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { createWebAdapter } from '../adapters/web/index.ts'
import { accountOf } from '../adapters/web/who.ts'
import { flows } from '../flows/index.ts'
import { createObserve } from './app/speaker/observe.ts'
import { tellRestored } from './deliver/tell-restored.ts'
import { createBot } from './main/bot.ts'
import { type Chats, prepareChats } from './main/chats.ts'
import { startEngines } from './main/engines.ts'
import { healthOf } from './main/health.ts'
import { applyOrganisation } from './main/organisation.ts'
import { whenParentEnds } from './main/parent.ts'
import { startLines } from './main/start-lines.ts'
import { webDirectory } from './main/web.ts'
import { webWaits } from './main/web-waits.ts'
import { explainNotHeld, holdDirectory } from './process/hold.ts'
import type { Log } from './process/log.ts'
import { createLog } from './process/log.ts'
import { createQueue } from './queue/bullmq.ts'
import type { Config } from './settings/config.ts'
import { environment, helpText, readConfig } from './settings/config.ts'
import { createChatLog } from './store/chat-log.ts'
import { createStore } from './store/create-store.ts'
import { createEras } from './store/era.ts'
import {
  createHighWater,
  restoredAdvice,
  restoredMeanwhile,
  type WentBack,
  wentBackLines,
} from './store/high-water.ts'
import { createPool } from './store/pool.ts'
import { createSql } from './store/sql.ts'
import { kinds } from './work/kinds.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const print = (line: string) => stdout.write(`${line}\n`)

/** Ends with what is wrong, each problem on a line of its own. */
const giveUp = (problems: readonly string[]): never => {
  stderr.write(`Accord did not start:\n${problems.map((problem) => `  ${problem}\n`).join('')}`)
  return exit(1)
}

/** Everything between the configuration and a bot that works, and the way back. The only place that knows all parts. */
const run = async (config: Config, log: Log): Promise<void> => {
  const now = Date.now
  const hold = config.databaseUrl && config.redisUrl ? undefined : await holdDirectory(config.dataDir)
  if (hold !== undefined && 'kind' in hold) return giveUp([explainNotHeld(hold)])
  const undo: (() => Promise<void>)[] = [async () => hold?.release()]
  const stopAll = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse())
      await step().catch((error) => log.error('stopping: one part did not end well', { error }))
  }
  const fail = async (problems: readonly string[]): Promise<never> => {
    await stopAll()
    return giveUp(problems)
  }

  let stopping = false
  const stop = (signal: string): void => {
    if (stopping) return
    stopping = true
    log.info(`${signal}: ending what is in hand`)
    void stopAll().then(() => exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal))
  whenParentEnds(() => stop('npm is gone'))
  process.on('unhandledRejection', (error) => log.error('a rejection was not handled', { error }))

  try {
    const engines = await startEngines(config, log)
    undo.push(engines.stop)
    const pool = createPool({ url: engines.databaseUrl, max: 20 })
    undo.push(() => pool.end())
    const store = await createStore({ pool, kinds, now })
    undo.push(() => store.close())
    const wentBack = async (back: WentBack): Promise<void> => {
      for (const line of [...wentBackLines(back), restoredMeanwhile]) log.error(line)
      await tellRestored({ store, now }, { ...back, notices: [] })
    }
    const highWater = createHighWater(createEras(createSql(pool)), config.dataDir, now, wentBack)
    const back = await highWater.wentBack(config.restored)
    if (back !== undefined) {
      const lines = wentBackLines(back)
      if (!config.restored) return fail([...lines, ...restoredAdvice])
      for (const line of lines) log.warn(line)
      await highWater.accept()
      await tellRestored({ store, now }, back)
    }
    const queue = await createQueue(engines.timers, log)
    const since = now()
    const chatLog = createChatLog(pool)
    undo.push(() => chatLog.close())
    let chats: Partial<Chats> = {}
    const observe = createObserve({ store, order: (...wished) => bot.order(...wished), log })
    const web = createWebAdapter({
      ...webDirectory(store, now),
      waits: webWaits(store, kinds, now),
      log: chatLog,
      clock: now,
      host: config.host,
      port: config.port,
      assets: join(root, 'dist/web'),
      met: async (people, language) => {
        await Promise.all(people.map((user) => observe({ who: accountOf(user), locale: { language } })))
      },
      health: () => healthOf(store, queue, { now: now(), since }, chats),
      onFault: (error) => log.error('web chat', { error }),
    })
    const parts = { sql: createSql(pool), store, kinds, log, now, dice: Math.random, order: () => bot.order }
    const prepared = await prepareChats(config, parts)
    if (!prepared.ok) return fail(prepared.no)
    chats = prepared.value
    const { slack, teams } = chats
    const adapters = {
      web,
      ...(slack && { slack: slack.adapter }),
      ...(teams && { teams: teams.adapter }),
    }
    const reference = () => randomUUID().slice(0, 8)
    const { role, actsPerMinute } = config
    const bot = createBot({
      store,
      kinds,
      queue,
      adapters,
      flows,
      now,
      reference,
      log,
      role,
      actsPerMinute,
      highWater,
    })
    undo.push(bot.stop)
    const applied = await applyOrganisation(config, join(root, 'manifest/organisation.demo.yaml'), {
      store,
      order: bot.order,
      log,
    })
    if (!applied.ok) return fail(applied.no)
    const started = await bot.start()
    const addressOf = (platform: string) => started.find((one) => one.platform === platform)?.address
    const address = addressOf('web')
    if (address !== undefined) await hold?.note(address)
    startLines({
      database: engines.database,
      timers: queue.describe,
      timersNote: engines.timersNote,
      role: config.role,
      organisation: applied.value,
      slack: slack && { ...slack, address: addressOf('slack'), state: slack.health() },
      teams: teams && { ...teams, address: addressOf('teams'), state: teams.health() },
      address,
    }).forEach(print)
  } catch (error) {
    // The sentence below says what is wrong; where in the program it came up is for whoever looks closer.
    log.debug('start', { error })
    await fail([error instanceof Error ? error.message : String(error)])
  }
}

const config = readConfig(environment(cwd(), env), argv.slice(2))
if (!config.ok) giveUp(config.no)
else if (config.value === 'help') print(helpText)
else await run(config.value, createLog({ level: config.value.logLevel }))
