import type { QueueOn } from '../../queue/bullmq.ts'
import { inspectRedis, type RedisFacts } from '../../queue/inspect-redis.ts'
import { type Finding, fix, note, ok, wordsOf } from './finding.ts'

const about = 'timers'

const odd = ({ policy, appendOnly, hz, replica }: RedisFacts, pingMs: number): readonly Finding[] => [
  ...(replica
    ? [fix(about, 'This Redis is a replica, which cannot be written.', 'Name the primary in REDIS_URL.')]
    : []),
  ...(policy === undefined || policy === 'noeviction'
    ? []
    : [
        fix(
          about,
          `Redis may throw wake-ups away when its memory is full (maxmemory-policy ${policy}).`,
          'Set `maxmemory-policy noeviction`.',
        ),
      ]),
  ...(appendOnly === false
    ? [
        note(
          about,
          'Redis forgets everything when it restarts. Nothing is lost, but what is due meanwhile may be up to half a minute late.',
          'Set `appendonly yes`.',
        ),
      ]
    : []),
  ...(hz !== undefined && hz < 100 && pingMs === 0
    ? [note(about, `Idle wake-ups may be 0.1 s late (hz ${hz}).`, 'Set `hz 100`, or REDIS_PING_MS=10 here.')]
    : []),
]

/** Looks whether the timers' Redis answers and keeps what it is told. */
export const checkTimers = async (on: QueueOn): Promise<readonly Finding[]> => {
  if ('postgres' in on)
    return [
      note(
        about,
        'They run on PostgreSQL: no redis-server or valkey-server was found.',
        'Production uses Redis: install it, or set REDIS_URL.',
      ),
    ]
  try {
    const facts = await inspectRedis(on.redis)
    const said = facts.policy === undefined ? ', which keeps its settings to itself' : ''
    const findings = odd(facts, on.pingMs ?? 0)
    return [ok(about, `${facts.product} answers${said}`), ...findings]
  } catch (error) {
    return [
      fix(
        about,
        `Redis does not answer: ${wordsOf(error)}.`,
        'Check REDIS_URL, its user and password, and that Redis runs and lets this machine in.',
      ),
    ]
  }
}
