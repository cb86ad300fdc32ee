import { describe, expect, it } from 'vitest'
import type { Press } from '../../src/chat/card.ts'
import type { Bench } from './bench.ts'
import { soon } from './bench.ts'
import { createGate } from './ear.ts'

const whole: Press = { flow: 'claim', item: 'HX-7', seen: 3, choice: 'P2 / 四级' }

/** What no button of the bot ever carries. */
const tampered: readonly (readonly [what: string, carrying: unknown])[] = [
  [
    'claims to be somebody',
    { flow: 'claim', item: 'HX-7', who: { platform: 'web', team: 'local', user: 'boss' } },
  ],
  ['says who acts', { flow: 'claim', item: 'HX-7', user: 'boss' }],
  ['names no flow', { item: 'HX-7' }],
  ['names a flow that cannot be', { flow: 'Claim; drop' }],
  ['names an item that is none', { flow: 'claim', item: ['HX-7'] }],
  ['was drawn at no moment', { flow: 'claim', item: 'HX-7', seen: -1 }],
  ['is no press', 'claim'],
]

/** A press is what its button carries, by whom the platform says. */
export const pressingContract = ({ stage, fresh, can, last, posts, offers, toldAlone }: Bench): void => {
  describe('a press', () => {
    it.each([
      ['everything', whole],
      ['no more than there is', { flow: 'help' }],
    ])('carries %s, by whom the platform says', async (_, press) => {
      const { ear, zhao, room } = stage()
      const { on, label } = await offers(press)
      await zhao.presses(on, label)
      expect(ear.heard).toHaveLength(1)
      const heard = last('press')
      expect(heard.press).toEqual(press)
      expect(heard.who).toEqual(zhao.account)
      const { platform, team, conversation } = room
      expect(heard.place).toMatchObject({ platform, team, conversation, direct: false })
    })

    it('in a thread and in the direct conversation is done there', async () => {
      const { adapter, zhao, room } = stage()
      const { message: thread } = await posts(room, fresh('HX-7'))
      const below = await offers(whole, { ...room, thread })
      await zhao.presses(below.on, below.label)
      expect(last('press').place).toMatchObject({ conversation: room.conversation, thread })
      const alone = await offers(whole, await adapter.direct(zhao.account))
      await zhao.presses(alone.on, alone.label)
      expect(last('press').place).toMatchObject({ conversation: zhao.direct, direct: true })
    })

    it.each(tampered)('that %s is not heard (T47)', async (_, carrying) => {
      const { ear, zhao } = stage()
      const { on, label } = await offers(whole)
      await zhao.presses(on, label, carrying)
      expect(ear.came).toEqual([])
    })

    it('keeps its key when it is handed over again', async () => {
      const { ear, zhao } = stage()
      const { on, label } = await offers(whole)
      await (await zhao.presses(on, label)).again()
      expect(ear.heard.map(({ key }) => key)).toEqual([ear.heard[0]?.key, ear.heard[0]?.key])
      await zhao.presses(on, label)
      expect(new Set(ear.heard.map(({ key }) => key)).size).toBe(2)
    })

    it('is not acknowledged when it could not be kept', async () => {
      const { ear, zhao } = stage()
      const { on, label } = await offers(whole)
      ear.isAway = true
      expect((await zhao.presses(on, label)).acknowledged).toBe(false)
      expect(ear.heard).toEqual([])
    })

    it('that takes long keeps nobody else waiting', async () => {
      const { ear, zhao, li, room } = stage()
      const { open, opened } = createGate()
      const { on, label } = await offers(whole)
      ear.reply = () => opened.then(() => ({ kind: 'done' }))
      const pressing = zhao.presses(on, label)
      await soon(() => expect(ear.heard).toHaveLength(1))
      expect((await li.says(room, fresh('VPN down'), 'toBot')).acknowledged).toBe(true)
      open()
      await pressing
    })

    can(
      'hurry',
      'that takes longer than the platform waits is safe by then, and answered when it can be',
      async () => {
        const { ear, zhao } = stage()
        const { open, opened } = createGate()
        const saying = fresh('HX-7 is yours')
        const { on, label } = await offers(whole)
        ear.reply = () => opened.then(() => ({ kind: 'done', saying }))
        expect((await zhao.presses(on, label)).acknowledged).toBe(true)
        const { key, acknowledged } = last('press')
        expect(acknowledged === true || ear.promised.includes(key)).toBe(true)
        open()
        await toldAlone(saying)
      },
    )
  })

  describe('other ways to act', () => {
    can('adopt', 'a message somebody points at is named, with who wrote it and who points', async () => {
      const { ear, zhao, li, room } = stage()
      const text = fresh('The printer is dead')
      const { message } = await li.says(room, text)
      const { platform, team, conversation } = room
      const said = { platform, team, conversation, message }
      const saying = fresh('HX-8 is accepted')
      ear.reply = () => ({ kind: 'done', saying })
      await zhao.pointsAt?.({ ...room, message })
      const { key, ...adopted } = last('adopt')
      expect(adopted).toMatchObject({ text, who: zhao.account, author: li.account, message: said })
      await toldAlone(saying)
      await zhao.pointsAt?.({ ...room, message })
      expect(last('adopt').key).toBe(key)
    })

    can('command', 'a command is heard with its words, and answered to its person alone', async () => {
      const { ear, zhao, room } = stage()
      const saying = fresh('You have no tickets')
      ear.reply = () => ({ kind: 'refuse', saying })
      await zhao.commands?.(room, 'my tickets')
      const { conversation } = room
      expect(last('command')).toMatchObject({
        text: 'my tickets',
        who: zhao.account,
        place: { conversation },
      })
      await toldAlone(saying)
    })
  })
}
