import type { Directory } from '../../src/domain/people/directory.ts'
import type { Language } from '../../src/domain/people/sides.ts'
import { agreement, directory, openOn } from '../ticket/world.ts'

/** What only the supplier may read carries this word, wherever a person could write it. */
export const canary = 'CANARY'

const names: { readonly [id: string]: { readonly [language in Language]: string } } = {
  li: { en: 'Li Wei', 'zh-CN': '李伟' },
  wang: { en: 'Wang Fang', 'zh-CN': '王芳' },
  ma: { en: 'Ma Chao', 'zh-CN': '马超' },
  chen: { en: 'Chen Jing', 'zh-CN': '陈静' },
  qian: { en: 'Qian Ming', 'zh-CN': '钱明' },
  zhao: { en: 'Zhao Min', 'zh-CN': '赵敏' },
  sun: { en: 'Sun Lei', 'zh-CN': '孙磊' },
  feng: { en: 'Feng Yu', 'zh-CN': '冯宇' },
  han: { en: 'Han Mei', 'zh-CN': '韩梅' },
  // They never act: a customer has no way to hear of them but a leak.
  zhou: { en: `${canary} Zhou`, 'zh-CN': `${canary}周` },
  wu: { en: `${canary} Wu`, 'zh-CN': `${canary}吴` },
  zheng: { en: `${canary} Zheng`, 'zh-CN': `${canary}郑` },
}

const room = { platform: 'web', team: 'local' } as const

/** The test organisation in which everybody, and every room, speaks one language. */
export const directoryIn = (language: Language): Directory => ({
  ...directory,
  suppliers: Object.fromEntries(
    Object.entries(directory.suppliers).map(([id, one]) => [id, { ...one, language }]),
  ),
  customers: Object.fromEntries(
    Object.entries(directory.customers).map(([id, one]) => [id, { ...one, language }]),
  ),
  agreements: {
    ...directory.agreements,
    'bb@1': {
      ...(openOn('2026-02-02').directory.agreements['hx@1'] ?? agreement),
      id: 'bb',
      customer: 'bluebird',
    },
  },
  people: Object.fromEntries(
    Object.entries(directory.people).map(([id, one]) => [
      id,
      { ...one, language, name: names[id]?.[language] ?? one.name },
    ]),
  ),
  rooms: {
    engineers: {
      ...room,
      id: 'engineers',
      name: 'Engineers',
      side: 'supplier',
      org: 'yunheng',
      conversation: 'ops',
    },
    huaxin: { ...room, id: 'huaxin', name: 'Huaxin IT', side: 'customer', org: 'huaxin', conversation: 'hx' },
  },
})

/** A message of a customer in their shared channel. */
export const inChannel = { ...room, conversation: 'hx', message: 'm1' }
/** A message of an engineer in the engineers' room. */
export const inEngineersRoom = { ...room, conversation: 'ops', message: 'm2', thread: 'p1' }
