import { expect, it } from 'vitest'
import { kinds } from '../../src/work/kinds.ts'
import { createOrder } from '../../src/work/order.ts'
import { startStory } from '../support/story.ts'

const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const

it('I3 what is decided on a state happens no earlier than what that state came of', async () => {
  const story = await startStory()
  try {
    await story.says('zhao', '三楼打印机坏了')
    let overtaken = false
    const slow = createOrder({
      store: {
        ...story.store,
        loadInWorld: async (ids) => {
          if (!overtaken) {
            overtaken = true
            story.sleeps(24)
            await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.claim' } }], li)
          }
          return story.store.loadInWorld(ids)
        },
      },
      ...{ kinds, now: story.now, committed: () => {} },
    })
    const wish = { do: 'ticket.update', text: '在查' } as const
    expect(await slow([{ item: 'HX-1', wish }], li)).toMatchObject({ ok: true })
    const times = (await story.store.events('HX-1')).map(({ event }) => event.at)
    expect(times).toEqual(times.toSorted((one, other) => one - other))
  } finally {
    await story.end()
  }
})
