import { describe, expect, it } from 'vitest'
import { isOf } from '../../src/domain/item/kinds.ts'
import { type Cast, startCrossStory } from '../support/cross-story.ts'
import { eachEnds } from '../support/each-ends.ts'
import { withParcels } from '../support/parcel/parcel-flows.ts'
import { parcelWords } from '../support/parcel/parcel-words.ts'

const start = eachEnds((cast: Cast) => startCrossStory(cast, withParcels))

const casts: readonly Cast[] = [
  { customer: 'teams', supplier: 'slack' },
  { customer: 'slack', supplier: 'teams' },
]

describe.each(casts)(
  'a second kind of work, its customer on $customer, its engineers on $supplier, its sender in the web chat',
  (cast) => {
    it('stands as a living card on each, is told, pressed and spoken to there', async () => {
      const story = await start(cast)
      const { zhao, li, chen, room, desk, bot, store } = story
      const t = parcelWords('zh-CN')

      await zhao.reports(room, '三楼路由器坏了')
      await li.sees('三楼路由器坏了')
      const wish = {
        ...({ do: 'parcel.send', supplier: 'yunheng', customer: 'huaxin', to: 'zhao' } as const),
        ...{ id: 'HX-P1', ticket: 'HX-1', content: '新路由器', collectBy: Date.now() + 3_600_000 },
      }
      const by = { kind: 'person', id: 'chen', side: 'supplier', org: 'yunheng' } as const
      expect(await bot.order([{ item: 'HX-P1', supplier: 'yunheng', wish }], by)).toMatchObject({ ok: true })

      await zhao.sees('HX-P1 · 新路由器')
      await li.sees('HX-P1 · 新路由器')
      await story.recorded('HX-P1', 'deliveredAt')
      await li.replies(desk, 'HX-P1', '快递员迟到')
      await story.recorded('HX-P1', '快递员迟到')

      await zhao.presses(t.collect)
      await chen.sees(t.outcome('HX-P1', 'collected'))
      await li.sees(t.status.collected)
      await zhao.sees(t.status.collected)
      await story.recorded('HX-1', 'HX-P1 collected')
      const [found] = await store.load(['HX-P1'])
      expect(found && isOf('parcel', found) && found.state.status).toBe('collected')
      expect(story.problems.filter((line) => line.includes('HX-P1'))).toEqual([])
    })
  },
)
