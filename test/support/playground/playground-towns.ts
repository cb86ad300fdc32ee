import type { Language } from '../../../src/domain/people/sides.ts'
import { home, rooms } from '../teams-story.ts'
import type { PlaygroundTown } from './playground-config.ts'

const aad = (place: number): string => `00000000-0000-4000-8000-00000000000${place}`

/** The demo's people by their ids in the directory. */
export const people = {
  ...{ li: aad(1), wang: aad(2), chen: aad(3), zhou: aad(4) },
  ...{ zhao: aad(5), sun: aad(6), emma: aad(7), oliver: aad(8) },
} as const

const staff = [
  { id: people.li, name: '李伟' },
  { id: people.wang, name: '王芳' },
  { id: people.chen, name: '陈静' },
  { id: people.zhou, name: '周强' },
]
const channel = { id: rooms.engineers, name: '云衡工程师' }

/** A customer's reporter at the page; their channel and the engineers' in one team, and a group chat. */
export const towns: { readonly [language in Language]: PlaygroundTown } = {
  'zh-CN': {
    ...{ tenant: home, zone: 'Asia/Shanghai', me: { id: people.zhao, name: '赵敏' } },
    others: [...staff, { id: people.sun, name: '孙磊' }],
    ...{ personal: 'a:zhao', group: { id: '19:huaxin-chat@thread.v2', name: '三楼' } },
    ...{ general: { id: rooms.huaxin, name: '华信制造 · 云衡运维' }, channel },
  },
  en: {
    ...{ tenant: home, zone: 'Europe/London', me: { id: people.emma, name: 'Emma Clarke' } },
    others: [...staff, { id: people.oliver, name: 'Oliver Grant' }],
    ...{ personal: 'a:emma', group: { id: '19:bluebird-chat@thread.v2', name: 'Third floor' } },
    ...{ general: { id: rooms.bluebird, name: 'Bluebird Books · Yunheng' }, channel },
  },
}

const customer = { 'zh-CN': 'huaxin', en: 'bluebird' } as const

/**
 * The demo's organisation as the Playground can play it. It knows one tenant, and says of everybody that they read English, so
 * what people read is stated; the group chat is the customer's too.
 */
export const organisedFor =
  (language: Language) =>
  (text: string): string => {
    const { tenant, group } = towns[language]
    const chat = [
      `name: ${group.name}`,
      `organisation: ${customer[language]}`,
      `platform: teams\n    team: ${tenant}\n    conversation: '${group.id}'`,
    ]
    return text
      .replaceAll('b2d94e10-77aa-4f0e-8c55-0e6d3b19c002', tenant)
      .replaceAll(/^ {4}language: .*\n/gm, '')
      .replaceAll(/^ {4}(?:zone: |organisation: \w+\n {4}roles: )/gm, `    language: ${language}\n$&`)
      .replace(/^channels:\n/m, `$&  chat:\n    ${chat.join('\n    ')}\n`)
  }
