import { describe, expect, it } from 'vitest'
import { card, type Press } from '../../src/chat/card.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { texts } from '../../src/text/texts.ts'
import type { Bench } from './bench.ts'
import { soon, squeezed, saying as words } from './bench.ts'
import { postOf } from './stage.ts'

/** Every kind of answer is shown to the person who acted, and to nobody else. */
export const answersContract = (bench: Bench): void => {
  const { stage, fresh, reading, last, offers, toldAlone, formShows } = bench

  /** Presses a new button, which is answered so. */
  const answered = async (reply: Reply): Promise<void> => {
    const { on, label } = await offers({ flow: 'claim', item: 'HX-7', seen: 3 })
    stage().ear.reply = () => reply
    expect((await stage().zhao.presses(on, label)).acknowledged).toBe(true)
  }

  describe('what is folded away on a card', () => {
    it('is in reach of who wants it, there or in an answer to them alone, and its buttons act', async () => {
      const { ear, zhao, room } = stage()
      const [label, inside, act] = [fresh('Details'), fresh('Reported by Zhao'), fresh('History')]
      const [open, history]: readonly [Press, Press] = [
        { flow: 'status', item: 'HX-7', seen: 3 },
        { flow: 'history', item: 'HX-7', seen: 3 },
      ]
      const details = {
        type: 'details',
        label,
        blocks: [{ type: 'text', text: inside }],
        buttons: [{ label: act, press: history, style: 'normal' }],
        open,
      } as const
      const drawn = card({ summary: label, blocks: [{ type: 'text', text: 'HX-7' }], below: [details] })
      const on = await bench.puts(room, postOf(fresh('post'), drawn))
      expect(await reading(zhao, room, label)).toHaveLength(1)
      if ((await reading(zhao, room, inside)).length === 1) await zhao.presses(on, act)
      else {
        // Where nothing folds, the card is short and its label is a button.
        ear.reply = () => ({ kind: 'show', card: drawn })
        await zhao.presses(on, label)
        expect(last('press').press).toEqual(open)
        await toldAlone(inside)
        await zhao.presses('alone', act)
      }
      expect(last('press').press).toEqual(history)
    })
  })

  describe('the answer to a press is seen by nobody else:', () => {
    it('words that it is done', async () => {
      const saying = fresh('HX-7 is yours')
      await answered({ kind: 'done', saying })
      await toldAlone(saying)
    })

    it('nothing, when there is nothing to say', async () => {
      const { zhao, li, room } = stage()
      const seen = async () => [await zhao.reads(room), await li.reads(room)].map(({ length }) => length)
      const [alone, beside] = [zhao.alone(), li.alone()]
      const before = await seen()
      await answered({ kind: 'done' })
      expect(await seen()).toEqual(before.map((count) => count + 1))
      // Some platforms show nothing of a press unless something is said.
      expect(['', texts('en').replies.done]).toContain(zhao.alone().slice(alone.length).trim())
      expect(squeezed(li.alone())).toBe(squeezed(beside))
    })

    it('a refusal', async () => {
      const saying = fresh('Li has it since 14:02')
      await answered({ kind: 'refuse', saying })
      await toldAlone(saying)
    })

    it('a fault, with its reference', async () => {
      const reference = fresh('F-42')
      await answered({ kind: 'fault', saying: texts('en').app.fault(reference), reference })
      await toldAlone(reference)
    })

    it('a card, whose buttons lead on', async () => {
      const { ear, zhao } = stage()
      const [title, cell, row, more] = ['Open work', 'VPN', 'Claim', 'More'].map(fresh) as [
        string,
        string,
        string,
        string,
      ]
      const first: Press = { flow: 'claim', item: 'HX-9', seen: 1 }
      const rows = [{ cells: ['HX-9', cell], button: { label: row, press: first, style: 'normal' as const } }]
      const drawn = card({
        title,
        summary: title,
        blocks: [{ type: 'table', columns: ['Number', 'Title'], rows }],
        buttons: [{ label: more, press: { flow: 'list', choice: '2' }, style: 'normal' }],
      })
      await answered({ kind: 'show', card: drawn })
      for (const words of [title, cell, row, more]) await toldAlone(words)
      const next = fresh('Page two')
      ear.reply = () => ({
        kind: 'show',
        card: words(next),
      })
      await zhao.presses('alone', more)
      expect(last('press')).toMatchObject({ press: { flow: 'list', choice: '2' }, who: zhao.account })
      await toldAlone(next)
    })

    it('a form', async () => {
      const title = fresh('Why?')
      const fields = [{ kind: 'line', name: 'reason', label: 'Reason', max: 80 }] as const
      await answered({ kind: 'ask', form: { flow: 'reason', title, submit: 'Send', fields } })
      await formShows(title)
    })

    it('what is wrong', async () => {
      const message = fresh('There is no such priority')
      await answered({ kind: 'amend', problems: [{ field: 'priority', message }] })
      await toldAlone(message)
    })

    it('also when two act at once on the same card', async () => {
      const { ear, zhao, li } = stage()
      const { on, label } = await offers({ flow: 'claim' })
      const told = { [zhao.account.user]: fresh('HX-7 is yours'), [li.account.user]: fresh('Zhao has it') }
      ear.reply = ({ who }) => ({ kind: 'show', card: words(told[who.user] ?? '') })
      await Promise.all([zhao.presses(on, label), li.presses(on, label)])
      for (const [person, other] of [
        [zhao, li],
        [li, zhao],
      ] as const) {
        await soon(() =>
          expect(squeezed(person.alone())).toContain(squeezed(told[person.account.user] ?? '')),
        )
        expect(squeezed(other.alone())).not.toContain(squeezed(told[person.account.user] ?? ''))
      }
    })

    it('in the direct conversation too', async () => {
      const { adapter, ear, zhao } = stage()
      const saying = fresh('HX-7 was closed')
      const { on, label } = await offers({ flow: 'claim' }, await adapter.direct(zhao.account))
      ear.reply = () => ({ kind: 'refuse', saying })
      await zhao.presses(on, label)
      const where = { conversation: zhao.direct }
      await soon(async () => {
        const said = await reading(zhao, where, saying)
        expect([...said, ...(zhao.alone().includes(saying) ? [saying] : [])]).toHaveLength(1)
      })
    })
  })
}
