import { describe, expect, it } from 'vitest'
import { isTheirs } from '../../src/deliver/is-theirs.ts'
import type { Bench } from './bench.ts'
import { soon } from './bench.ts'
import { counted, createGate } from './ear.ts'

/** What a person can type and no platform may change. */
const odd = 'a < b & c > d, *not bold* _nor this_ `nor that` 中文 😀\nand a second line'

/** What people say reaches the bot once, as it is, from whom the platform says. */
export const hearingContract = ({ stage, fresh, reading, can, last, posts }: Bench): void => {
  describe('what is said', () => {
    can('listen', 'is heard at the address that start gives', async () => {
      const { address = '' } = stage()
      const { status } = await fetch(new URL('/nothing-stands-here', address))
      expect(status).toBeGreaterThanOrEqual(400)
    })

    it('in the direct conversation arrives once, addressed, from whom the platform says', async () => {
      const { adapter, ear, zhao, li } = stage()
      const text = fresh('VPN down')
      const { acknowledged, message } = await zhao.says({ conversation: zhao.direct }, text)
      expect(acknowledged).toBe(true)
      expect(counted(ear)).toHaveLength(1)
      const heard = last('message')
      expect(heard).toMatchObject({
        text,
        addressed: true,
        place: { conversation: zhao.direct, direct: true },
      })
      expect(heard.who).toEqual(zhao.account)
      expect(heard.key).not.toBe('')
      const { platform } = adapter
      const { team } = heard.place
      expect(heard.message).toMatchObject({ platform, team, conversation: zhao.direct, message })
      // Where it stands is the conversation with this account, and with nobody else's.
      const whose = [zhao, li].map(({ account }) => isTheirs({ accounts: [account] }, heard.message, adapter))
      expect(await Promise.all(whose)).toEqual([true, false])
    })

    it('with a mention in a room is addressed, and the mention is not among its words', async () => {
      const { ear, zhao, room } = stage()
      const text = fresh('VPN down')
      await zhao.says(room, text, 'toBot')
      expect(counted(ear)).toHaveLength(1)
      const { team, conversation } = room
      expect(last('message')).toMatchObject({
        ...{ text, addressed: true },
        place: { team, conversation, direct: false },
        message: { team, conversation },
      })
    })

    it('to nobody in a room is not taken for a word to the bot', async () => {
      const { ear, zhao, room } = stage()
      await zhao.says(room, fresh('Lunch?'))
      expect(ear.heard).not.toContainEqual(expect.objectContaining({ addressed: true }))
    })

    can('overhear', 'to nobody in a room is heard all the same', async () => {
      const { zhao, room } = stage()
      const text = fresh('Lunch?')
      await zhao.says(room, text)
      expect(last('message')).toMatchObject({ text, addressed: false })
    })

    it('arrives as it was typed', async () => {
      const { zhao, room } = stage()
      await zhao.says(room, odd, 'toBot')
      expect(last('message').text).toBe(odd)
    })

    it('can be answered in a thread under it', async () => {
      const { zhao, li, room } = stage()
      const { message } = await zhao.says(room, fresh('VPN down'), 'toBot')
      const heard = last('message')
      const words = fresh('HX-7 is accepted')
      const answer = await posts({ ...heard.place, thread: heard.message.message }, words)
      expect(answer).toMatchObject({ conversation: room.conversation, thread: message })
      expect(await reading(li, { conversation: room.conversation, thread: message }, words)).toHaveLength(1)
    })

    it('under a message of the bot names that as its thread', async () => {
      const { zhao, room } = stage()
      const { message: thread } = await posts(room, fresh('HX-7 is accepted'))
      await zhao.says({ ...room, thread }, fresh('Thank you'), 'toBot')
      expect(last('message')).toMatchObject({ place: { thread }, message: { thread } })
    })

    it('is known again when the platform hands it over again; the same words said twice are two', async () => {
      const { ear, zhao, room } = stage()
      const text = fresh('VPN down')
      const first = await zhao.says(room, text, 'toBot')
      expect((await first.again()).acknowledged).toBe(true)
      expect(ear.heard.length).toBeGreaterThan(1)
      expect(counted(ear)).toHaveLength(1)
      await zhao.says(room, text, 'toBot')
      expect(counted(ear)).toHaveLength(2)
    })

    it('and edited or deleted later names the same message', async () => {
      const { zhao, room } = stage()
      const { message } = await zhao.says(room, fresh('VPN down'), 'toBot')
      const said = last('message')
      const text = fresh('VPN and mail down')
      const spot = { ...room, message }
      expect((await zhao.edits(spot, text)).acknowledged).toBe(true)
      expect(last('edit')).toMatchObject({ text, message: said.message, who: zhao.account })
      expect((await zhao.erases(spot)).acknowledged).toBe(true)
      expect(last('delete')).toMatchObject({ message: said.message, who: zhao.account })
      expect(new Set([said.key, last('edit').key, last('delete').key]).size).toBe(3)
    })

    it('in a thread, and edited and deleted there, names the same message', async () => {
      const { zhao, room } = stage()
      const { message: thread } = await posts(room, fresh('HX-7 is accepted'))
      const { message } = await zhao.says({ ...room, thread }, fresh('Still down'), 'toBot')
      const said = last('message')
      const spot = { ...room, message, thread }
      await zhao.edits(spot, fresh('Up again'))
      expect(last('edit').message).toEqual(said.message)
      await zhao.erases(spot)
      expect(last('delete').message).toEqual(said.message)
    })

    it('is acknowledged when it stands, not before', async () => {
      const { ear, zhao, room } = stage()
      const { open, opened } = createGate()
      ear.before = () => opened
      let acknowledged: boolean | undefined
      const saying = zhao.says(room, fresh('VPN down'), 'toBot').then((said) => {
        acknowledged = said.acknowledged
      })
      await soon(() => expect(ear.came).not.toEqual([]))
      expect(acknowledged).toBeUndefined()
      open()
      await saying
      expect(acknowledged).toBe(true)
    })

    it('is not acknowledged when it could not be kept, and comes again under the same key', async () => {
      const { ear, zhao, room } = stage()
      const text = fresh('VPN down')
      ear.isAway = true
      const said = await zhao.says(room, text, 'toBot')
      expect(said.acknowledged).toBe(false)
      expect(ear.heard).toEqual([])
      ear.isAway = false
      expect((await said.again()).acknowledged).toBe(true)
      expect(counted(ear).map(({ key }) => key)).toEqual([ear.came[0]?.key])
      expect(last('message')).toMatchObject({ text, addressed: true })
    })

    can('files', 'brings its files', async () => {
      const { zhao } = stage()
      const text = fresh('see the log')
      await zhao.shares?.({ conversation: zhao.direct }, text, 'router.log')
      const { files = [], ...heard } = last('message')
      expect(heard.text).toBe(text)
      expect(files.map(({ name }) => name)).toEqual(['router.log'])
      expect(files.every(({ id }) => id !== '')).toBe(true)
    })
  })
}
