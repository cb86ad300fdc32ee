import { z } from 'zod'
import type { Inbound } from '../../../src/chat/inbound.ts'
import { type Activity, listOf } from './shapes.ts'

const word = z.string().min(1).max(100).nullish().catch(undefined)

const shape = z.object({ type: z.literal('clientInfo'), locale: word, timezone: word, platform: word })

/** What a client of Teams says about itself and whoever sits before it. */
export const clientOf = ({ entities }: Pick<Activity, 'entities'>): Partial<z.output<typeof shape>> =>
  listOf(entities).flatMap((entity) => shape.safeParse(entity).data ?? [])[0] ?? {}

/** The language and zone of the client somebody used: Chinese of any kind is Chinese, every other language English. */
export const localeOf = (activity: Pick<Activity, 'entities' | 'locale'>): Pick<Inbound, 'locale'> => {
  const client = clientOf(activity)
  const tag = activity.locale || client.locale
  const language = tag ? ({ language: /^zh\b/i.test(tag) ? 'zh-CN' : 'en' } as const) : {}
  const zone = client.timezone ? { zone: client.timezone } : {}
  return tag || client.timezone ? { locale: { ...language, ...zone } } : {}
}
