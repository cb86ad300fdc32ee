import { describe, expect, it } from 'vitest'
import {
  begins,
  closedStory,
  formOf,
  hours,
  minutes,
  reported,
  resolvedStory,
  saying,
  submits,
  wishOf,
  wrongFields,
} from './fixtures.ts'

const asked = (ask: 'information' | 'approval', of: string) =>
  reported()
    .does('li', { do: 'ticket.claim' })
    .does('li', { do: 'ticket.ask', ask, text: 'Which office?', of })

describe('ask', () => {
  it('M2.C1 asks the reporter by words alone', () => {
    expect(wishOf(begins('ask', 'li', reported(), { words: 'Which office?' }))).toEqual({
      do: 'ticket.ask',
      ask: 'information',
      text: 'Which office?',
      of: 'zhao',
    })
  })

  it('asks a contact for an approval, nobody else', () => {
    const form = formOf(begins('ask', 'li', reported(), { choice: 'approval' }))
    expect(form.fields.map(({ initial }) => initial)).toEqual(['approval', undefined, 'sun'])
    const values = { kind: 'approval', text: 'Reboot at noon?' }
    expect(wrongFields(submits('ask', 'li', { ...values, of: 'zhao' }, reported()))).toEqual(['of'])
    expect(wishOf(submits('ask', 'li', { ...values, of: 'sun' }, reported()))).toMatchObject({
      ask: 'approval',
    })
  })

  it('preselects nobody who could not approve, and says who can', () => {
    const [, , of] = formOf(begins('ask', 'li', reported())).fields
    expect(of?.initial).toBeUndefined()
    expect(of).toMatchObject({
      people: expect.arrayContaining([
        { id: 'zhao', label: 'zhao' },
        { id: 'sun', label: 'sun', hint: 'can approve' },
      ]),
    })
  })

  it('never offers people of another customer', () => {
    expect(saying(begins('ask', 'li', reported()))).not.toContain('emma')
    const step = submits('ask', 'li', { kind: 'access', text: 'x', of: 'emma' }, reported())
    expect(wrongFields(step)).toEqual(['of'])
  })

  it('is refused at once while another request is open, before anything is typed', () => {
    expect(begins('ask', 'li', asked('information', 'zhao')).kind).toBe('refuse')
  })

  it('RS.5a asks for more information on a report', () => {
    expect(formOf(begins('more', 'li', reported())).fields[0]?.initial).toBe('information')
  })
})

describe('answer', () => {
  it('M2.C1 takes the words as the answer', () => {
    expect(
      wishOf(begins('answer', 'zhao', asked('information', 'zhao'), { words: 'The third floor' })),
    ).toEqual({
      do: 'ticket.answer',
      text: 'The third floor',
    })
  })

  it('shows in its form what was asked', () => {
    expect(formOf(begins('answer', 'zhao', asked('information', 'zhao'))).intro).toBe(
      'li asked: Which office?',
    )
  })

  it('asks a contact once more before it approves, saying what will happen, and needs words to refuse', () => {
    const told = asked('approval', 'sun')
    for (const step of [
      begins('answer', 'sun', told, { choice: 'approved' }),
      begins('approve', 'sun', told),
    ]) {
      const once = formOf(step)
      expect(once).toMatchObject({ flow: 'answer', choice: 'approved', fields: [] })
      expect(once.intro).toMatch(/Which office\?.*cannot be taken back/)
    }
    expect(wishOf(submits('answer', 'sun', {}, told, { choice: 'approved' }))).toMatchObject({
      verdict: 'approved',
    })
    const form = formOf(begins('refuse', 'sun', told))
    expect(form).toMatchObject({ flow: 'answer', choice: 'refused', fields: [{ initial: 'refused' }, {}] })
    expect(wishOf(begins('refuse', 'sun', told, { words: 'Not today' }))).toMatchObject({
      text: 'Not today',
      verdict: 'refused',
    })
  })

  it('T52 lets nobody but a contact approve', () => {
    const step = begins('answer', 'zhao', asked('approval', 'sun'), { choice: 'approved' })
    expect(step).toMatchObject({ kind: 'refuse', saying: expect.stringContaining('contact') })
  })

  it('T12 does not approve another request than the one on the card', () => {
    const told = asked('approval', 'sun')
    const seen = told.log.length
    told
      .does('sun', { do: 'ticket.answer', text: 'ok', verdict: 'approved' })
      .does('li', { do: 'ticket.ask', ask: 'approval', text: 'Wipe the disk?', of: 'sun' })
    expect(begins('answer', 'sun', told, { choice: 'approved', seen }).kind).toBe('show')
  })

  it('says so when nothing was asked', () => {
    expect(begins('answer', 'zhao', reported())).toMatchObject({
      kind: 'refuse',
      saying: expect.stringContaining('Nothing is being asked'),
    })
  })

  it('M2.C1 keeps words for the ticket when a colleague has answered before', () => {
    const told = asked('information', 'sun').does('zhao', { do: 'ticket.answer', text: 'any news?' })
    const step = begins('answer', 'sun', told, { words: 'It is the third floor' })
    expect(wishOf(step)).toMatchObject({ do: 'ticket.add_message', text: 'It is the third floor' })
  })
})

describe('contest', () => {
  it('RS.5a objects to a decision, clock-v1 to a pause, whichever holds', () => {
    const out = reported().does('li', { do: 'ticket.mark_out_of_scope', reason: 'not ours' })
    const objection = begins('contest', 'zhao', out, { words: 'It is in the annex' })
    expect(wishOf(objection)).toMatchObject({ do: 'ticket.contest' })
    expect(objection).toMatchObject({ saying: expect.stringContaining('HX-1 is open again') })
    const told = asked('information', 'zhao')
    told.bot({ do: 'ticket.record_ask_delivered', askedAt: told.at, deliveredAt: told.at }).later(minutes)
    expect(wishOf(begins('contest', 'zhao', told, { words: 'I had said so' }))).toMatchObject({
      do: 'ticket.contest',
    })
    expect(begins('contest', 'zhao', reported()).kind).toBe('refuse')
  })
})

describe('the customer’s word on the solution', () => {
  it('RS.8 consents by one press', () => {
    expect(wishOf(begins('confirm_solution', 'zhao', resolvedStory()))).toEqual({
      do: 'ticket.confirm_solution',
    })
  })

  it('T12 does not consent to a solution proposed after the card was drawn', () => {
    const told = resolvedStory()
    const seen = told.log.length
    const message = { platform: 'web', team: 'local', conversation: 'dm-zhao', message: 'm2' } as const
    told.does('zhao', { do: 'ticket.add_message', text: 'looking at it', message })
    expect(begins('confirm_solution', 'zhao', told, { seen }).kind).toBe('order')
    told
      .does('zhao', { do: 'ticket.reject_solution', reason: 'no' })
      .does('li', { do: 'ticket.resolve', description: 'Rebooted', workaround: true })
    const step = begins('confirm_solution', 'zhao', told, { seen })
    expect(step.kind === 'show' && step.card.blocks[0]?.type).toBe('note')
    expect(saying(step)).toContain('nothing changed')
  })

  it('RS.C1b sends it back with the reason', () => {
    expect(formOf(begins('reject_solution', 'zhao', resolvedStory())).fields.map(({ name }) => name)).toEqual(
      ['text'],
    )
    expect(wrongFields(submits('reject_solution', 'zhao', {}, resolvedStory()))).toEqual(['text'])
    expect(wishOf(begins('reject_solution', 'zhao', resolvedStory(), { words: 'still slow' }))).toEqual({
      do: 'ticket.reject_solution',
      reason: 'still slow',
    })
  })

  it('X2 is followed by the person in charge', () => {
    const told = resolvedStory().does('zhao', { do: 'ticket.confirm_solution' })
    expect(wishOf(begins('close', 'chen', told))).toEqual({ do: 'ticket.close' })
  })
})

describe('rate', () => {
  it('M3.2 takes one tap from 3 up, by button or by word', () => {
    expect(wishOf(begins('rate', 'zhao', closedStory(), { choice: 'score:4' }))).toEqual({
      do: 'ticket.rate',
      score: 4,
    })
    expect(wishOf(begins('rate', 'zhao', closedStory(), { choice: '5' }))).toMatchObject({ score: 5 })
    expect(wishOf(begins('rate', 'zhao', closedStory(), { words: '3' }))).toMatchObject({ score: 3 })
    expect(wishOf(begins('rate', 'zhao', closedStory(), { words: '5分 很快' }))).toMatchObject({
      score: 5,
      comment: '很快',
    })
  })

  it('M3.2 counts a tap of 1 or 2 at once, and asks after it what should have been better', () => {
    const step = begins('rate', 'zhao', closedStory(), { choice: 'score:2' })
    expect(wishOf(step)).toEqual({ do: 'ticket.rate', score: 2 })
    const asks = step.kind === 'order' ? step.asks : undefined
    expect(asks?.fields.map(({ name, initial }) => [name, initial])).toEqual([
      ['score', '2'],
      ['comment', undefined],
    ])
    expect(asks?.fields[1]).toMatchObject({ optional: true, label: 'What should have been better?' })
    expect(wishOf(submits('rate', 'zhao', { score: '2', comment: 'Too slow' }, closedStory()))).toEqual({
      do: 'ticket.rate',
      score: 2,
      comment: 'Too slow',
    })
    expect(wishOf(begins('rate', 'zhao', closedStory(), { words: '1 nobody called' }))).toMatchObject({
      score: 1,
    })
  })

  it('T12 does not rate this closing by the card of an earlier one', () => {
    const told = closedStory()
    const seen = told.log.length
    told
      .does('zhao', { do: 'ticket.reopen', reason: 'again' })
      .does('li', { do: 'ticket.resolve', description: 'Again', workaround: false })
      .does('zhao', { do: 'ticket.confirm_solution' })
      .does('chen', { do: 'ticket.close' })
    expect(begins('rate', 'zhao', told, { choice: 'score:5', seen }).kind).toBe('show')
  })

  it('T47 takes no other score', () => {
    expect(wrongFields(submits('rate', 'zhao', { score: '11' }, closedStory()))).toEqual(['score'])
  })

  it('waits for the closing', () => {
    expect(begins('rate', 'zhao', resolvedStory(), { choice: 'score:5' }).kind).toBe('refuse')
  })
})

describe('reopen', () => {
  it('opens again within the window', () => {
    expect(wishOf(begins('reopen', 'zhao', closedStory(), { words: 'VPN is gone again' }))).toEqual({
      do: 'ticket.reopen',
      reason: 'VPN is gone again',
    })
  })

  it('offers a new linked ticket after the window', () => {
    expect(begins('reopen', 'zhao', closedStory().later(30 * 24 * hours))).toMatchObject({
      kind: 'show',
      card: { buttons: [{ press: { flow: 'report', item: 'HX-1', choice: 'follow' } }] },
    })
  })
})

describe('escalate', () => {
  it.each(['zhao', 'li'])('hard rule 3: %s may, with a reason', (who) => {
    expect(wrongFields(submits('escalate', who, {}, reported()))).toEqual(['text'])
    expect(wishOf(begins('escalate', who, reported(), { words: 'The board meets at noon' }))).toEqual({
      do: 'ticket.escalate',
      reason: 'The board meets at noon',
    })
  })

  it('T12 reaches one level only when the form is sent twice', () => {
    const told = reported()
    const seen = told.log.length
    told.does('zhao', { do: 'ticket.escalate', reason: 'now' })
    expect(submits('escalate', 'zhao', { text: 'now' }, told, { seen }).kind).toBe('show')
    expect(submits('escalate', 'zhao', { text: 'and higher' }, told, { seen: told.log.length }).kind).toBe(
      'order',
    )
  })
})

describe('the downgrade', () => {
  const proposed = () =>
    reported().does('li', { do: 'ticket.override', priority: 'P4', reason: 'one person' })

  it('is agreed to or declined by the customer', () => {
    expect(wishOf(begins('agree_downgrade', 'zhao', proposed()))).toEqual({ do: 'ticket.agree_downgrade' })
    expect(wishOf(begins('decline_downgrade', 'zhao', proposed(), { words: 'we are ten' }))).toMatchObject({
      do: 'ticket.decline_downgrade',
      reason: 'we are ten',
    })
  })

  it('T12 agrees to the one on the card only', () => {
    const told = proposed()
    const seen = told.log.length
    told
      .does('zhao', { do: 'ticket.decline_downgrade', reason: 'no' })
      .does('li', { do: 'ticket.override', priority: 'P4', reason: 'really' })
    expect(begins('agree_downgrade', 'zhao', told, { seen }).kind).toBe('show')
  })
})

describe('cancel', () => {
  it('withdraws with a reason', () => {
    expect(wishOf(begins('cancel', 'zhao', reported(), { words: 'works again' }))).toEqual({
      do: 'ticket.cancel',
      reason: 'works again',
    })
  })
})
