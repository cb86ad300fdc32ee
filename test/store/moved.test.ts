import { describe, expect, it } from 'vitest'
import { begins, messageAt, minute, t0 } from './samples.ts'
import { withStores } from './with-store.ts'

describe('a conversation that gets another id', () => {
  const { one, two } = withStores()
  const moved = { platform: 'slack', team: 'T1', from: 'C1', to: 'C2' } as const
  const card = { item: 'M-1', audience: 'customer', drawnSeq: 0, language: 'en', zone: 'UTC' } as const

  it('keeps its threads and living cards, once, and touches no other', async () => {
    await one().commit([begins('M-1')])
    for (const [message, conversation] of [
      ['root', 'C1'],
      ['twin', 'C1'],
      ['twin', 'C2'],
      ['other', 'C3'],
    ] as const) {
      await one().threads.link('M-1', 'customer', messageAt(message, conversation), message === 'root')
      await one().living.add({ ...card, message: messageAt(message, conversation) })
    }
    const elsewhere = { ...messageAt('root', 'C1'), team: 'T2' }
    await one().threads.link('M-1', 'customer', elsewhere, false)

    await two().threads.moved(moved)
    await two().threads.moved(moved)

    expect(await one().threads.find(messageAt('root', 'C2'))).toMatchObject({ item: 'M-1', side: 'customer' })
    expect(await one().threads.find(messageAt('root', 'C1'))).toBeUndefined()
    expect(await one().threads.root('M-1', 'customer')).toEqual(messageAt('root', 'C2'))
    expect(await one().threads.find(elsewhere)).toBeDefined()
    expect(await one().threads.find(messageAt('other', 'C3'))).toBeDefined()
    // The same message under both ids was heard twice; what stands under the new one stays.
    expect(await one().threads.find(messageAt('twin', 'C2'))).toBeDefined()
    const stale = await one().living.stale(t0 + minute, 10, minute)
    expect(stale.map(({ message }) => `${message.conversation} ${message.message}`).toSorted()).toEqual([
      'C1 twin',
      'C2 root',
      'C2 twin',
      'C3 other',
    ])
  })

  it('has what is written of its old id from then on under the new one, however often it moves and back', async () => {
    await one().commit([begins('M-1')])
    const writes = async (message: string) => {
      await one().living.add({ ...card, message: messageAt(message, 'C1') })
      await one().threads.link('M-1', 'customer', messageAt(message, 'C1'), false)
    }
    const standsAt = async (message: string): Promise<readonly string[]> => {
      const ids = ['C1', 'C2', 'C3']
      const found = await Promise.all(
        ids.map(async (id) => [
          await one().living.at(messageAt(message, id)),
          await one().threads.find(messageAt(message, id)),
        ]),
      )
      return ids.filter((_, place) => found[place]?.every((one) => one !== undefined))
    }
    await one().threads.moved(moved)
    await writes('first')
    expect(await standsAt('first')).toEqual(['C2'])
    await one().threads.moved({ ...moved, from: 'C2', to: 'C3' })
    await writes('second')
    expect(await standsAt('first')).toEqual(['C3'])
    expect(await standsAt('second')).toEqual(['C3'])
    await one().threads.moved({ ...moved, from: 'C3', to: 'C1' })
    await writes('third')
    expect(await standsAt('second')).toEqual(['C1'])
    expect(await standsAt('third')).toEqual(['C1'])
  })
})
