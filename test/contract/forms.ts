import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/chat/form.ts'
import type { Reply } from '../../src/chat/reply.ts'
import type { MessageRef } from '../../src/domain/ticket/event.ts'
import { texts } from '../../src/text/texts.ts'
import type { Bench } from './bench.ts'
import { soon, squeezed, saying as words } from './bench.ts'
import { createGate } from './ear.ts'
import { everyKind, identity, typed, values } from './sample-form.ts'
import { postOf } from './stage.ts'

/** A form asks what it is told to ask, and gives back what was typed, for the act it was opened by. */
export const formsContract = ({
  stage,
  fresh,
  can,
  last,
  posts,
  offers,
  redraws,
  toldAlone,
  formShows,
}: Bench): void => {
  const asks = async (form: Form, thread?: string): Promise<MessageRef> => {
    const { ear, zhao, room } = stage()
    const place = thread === undefined ? room : { ...room, thread }
    const { on, label } = await offers({ flow: 'reason', item: 'HX-7', seen: 3, choice: 'back' }, place)
    ear.reply = () => ({ kind: 'ask', form })
    await zhao.presses(on, label)
    await formShows(form.title)
    return on
  }
  const answered = async (reply: Reply): Promise<void> => {
    const { ear, zhao } = stage()
    ear.reply = () => reply
    expect((await zhao.fills(typed)).acknowledged).toBe(true)
  }
  /** The person who sent it can read this, on the form or beside it. */
  const read = (words: string): Promise<void> =>
    soon(() => {
      const { zhao } = stage()
      expect(squeezed(`${zhao.alone()} ${zhao.form()}`)).toContain(squeezed(words))
    })
  const closed = (): Promise<void> => soon(() => expect(stage().zhao.form()).toBeUndefined())

  describe('a form that asks nothing, only once more', () => {
    const sure = (title: string): Form => ({
      ...identity,
      title,
      intro: 'It cannot be taken back.',
      fields: [],
      submit: 'Approve',
    })

    it('says what will happen, and is sent without anything typed', async () => {
      const form = sure(fresh('Approve'))
      await asks(form)
      expect(squeezed(stage().zhao.form() ?? '')).toContain(squeezed('It cannot be taken back.'))
      stage().ear.reply = () => ({ kind: 'done' })
      await stage().zhao.fills({})
      expect(last('submit')).toMatchObject({ form: identity, values: {} })
    })

    it('that is left has done nothing', async () => {
      await asks(sure(fresh('Approve')))
      await stage().zhao.leaves()
      expect(stage().ear.heard.filter(({ kind }) => kind === 'submit')).toEqual([])
    })
  })

  describe('a form', () => {
    it('shows every kind of field with its words', async () => {
      const form = everyKind(fresh('Not solved?'))
      await asks(form)
      const shown = squeezed(stage().zhao.form() ?? '')
      const fields = form.fields.flatMap((field) => [
        ...[field.label, field.hint ?? ''],
        ...(field.kind === 'choice' ? field.choices : field.kind === 'person' ? field.people : []).flatMap(
          ({ label, hint = '' }) => [label, hint],
        ),
        ...(field.kind === 'moment' ? [field.zone] : []),
      ])
      const all = [form.title, form.intro ?? '', form.submit, ...fields]
      expect(all.filter((one) => !shown.includes(squeezed(one)))).toEqual([])
    })

    it('gives what was typed: trimmed, nothing for what is empty, a moment as its local date and time', async () => {
      const { zhao, room } = stage()
      await asks(everyKind(fresh('Not solved?')))
      await answered({ kind: 'done' })
      const heard = last('submit')
      expect(heard.values).toEqual(values)
      expect(heard.form).toEqual(identity)
      expect(heard.who).toEqual(zhao.account)
      expect(heard.place).toMatchObject({
        platform: room.platform,
        team: room.team,
        conversation: room.conversation,
      })
      await closed()
    })

    it('opened in a thread is sent from there', async () => {
      const { message: thread } = await posts(stage().room, fresh('HX-7'))
      await asks(everyKind(fresh('Not solved?')), thread)
      await answered({ kind: 'done' })
      expect(last('submit').place).toMatchObject({ conversation: stage().room.conversation, thread })
    })

    it('begins with what is known, and gives it back when nobody changes it', async () => {
      const { ear, zhao } = stage()
      const known = { ...values, room: '4.01' }
      await asks(everyKind(fresh('Not solved?'), known))
      ear.reply = () => ({ kind: 'done' })
      await zhao.fills({})
      expect(last('submit').values).toEqual(known)
    })

    it('stays open with what is wrong and what was typed', async () => {
      const { ear, zhao } = stage()
      const form = everyKind(fresh('Not solved?'))
      const message = fresh('Please say a little more')
      await asks(form)
      await answered({ kind: 'amend', problems: [{ field: 'reason', message }], form })
      await formShows(message)
      ear.reply = () => ({ kind: 'done' })
      await zhao.fills({ reason: 'gateway 2 hangs after an hour' })
      expect(last('submit').values).toEqual({ ...values, reason: 'gateway 2 hangs after an hour' })
    })

    it('that is refused says why, and what was typed is not lost', async () => {
      const { ear, zhao } = stage()
      const form = everyKind(fresh('Not solved?'))
      const saying = fresh('HX-7 was closed at 14:02')
      await asks(form)
      await answered({ kind: 'refuse', saying, form })
      await read(saying)
      ear.reply = () => ({ kind: 'done' })
      await zhao.fills({})
      expect(last('submit').values).toEqual(values)
    })

    can('stay', 'outlives a new drawing of the card that it was opened from', async () => {
      const { ear, zhao } = stage()
      const at = await asks(everyKind(fresh('Not solved?'), values))
      await redraws(at, postOf(fresh('post'), words(fresh('HX-7 is claimed'))))
      ear.reply = () => ({ kind: 'done' })
      await zhao.fills({})
      expect(last('submit').values).toEqual(values)
    })

    it('that is done with closes, with words for its person alone', async () => {
      await asks(everyKind(fresh('Not solved?')))
      const saying = fresh('Sent back')
      await answered({ kind: 'done', saying })
      await toldAlone(saying)
      await closed()
    })

    it('makes room for the form or the card that follows', async () => {
      await asks(everyKind(fresh('Not solved?')))
      const next = fresh('And where?')
      await answered({ kind: 'ask', form: everyKind(next) })
      await formShows(next)
      const title = fresh('HX-7 goes on')
      await answered({
        kind: 'show',
        card: words(title),
      })
      await toldAlone(title)
      await closed()
    })

    it('that fails says so, with its reference', async () => {
      await asks(everyKind(fresh('Not solved?')))
      const reference = fresh('F-42')
      const saying = texts('en').app.fault(reference)
      await answered({ kind: 'fault', saying, reference })
      await read(reference)
    })

    it('that could not be kept is not acknowledged, and can be sent again as it was typed', async () => {
      const { ear, zhao } = stage()
      await asks(everyKind(fresh('Not solved?')))
      ear.isAway = true
      expect((await zhao.fills(typed)).acknowledged).toBe(false)
      ear.isAway = false
      ear.reply = () => ({ kind: 'done' })
      expect((await zhao.fills({})).acknowledged).toBe(true)
      expect(last('submit').values).toEqual(values)
    })

    can(
      'hurry',
      'that takes longer than the platform waits is safe by then, and answered when it can be',
      async () => {
        const { ear, zhao } = stage()
        const { open, opened } = createGate()
        const saying = fresh('Sent back')
        await asks(everyKind(fresh('Not solved?')))
        ear.reply = () => opened.then(() => ({ kind: 'done', saying }))
        expect((await zhao.fills(typed)).acknowledged).toBe(true)
        const { key, acknowledged } = last('submit')
        expect(acknowledged === true || ear.promised.includes(key)).toBe(true)
        open()
        await toldAlone(saying)
      },
    )
  })
}
