import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { begins, contextOf, directory, flow, reported, room, row, saying, settled } from './fixtures.ts'

const other = () =>
  reported({ id: 'BB-1', customer: 'bluebird', reporter: 'emma', text: 'Secret printer of Bluebird' })

describe('a flow about a ticket', () => {
  const about = flows.filter((one) => one.about !== 'nothing')

  it.each(about)('$name lets the person choose when none was named', ({ name, begin }) => {
    const who = flow(name).may(contextOf('chen').person) ? 'chen' : 'sun'
    expect(begin(contextOf(who)).kind).toBe('list')
  })

  it.each(about)('T50 $name knows no other customer’s ticket in a customer’s room', ({ begin }) => {
    const context = contextOf('chen', other(), { place: room('room-hx') })
    expect(begin(context)).toMatchObject({
      kind: 'refuse',
      saying: expect.stringContaining('no such ticket'),
    })
  })
})

describe('the lists', () => {
  it('ask for what they show', () => {
    expect(flow('tickets').begin(contextOf('zhao'))).toMatchObject({ query: { person: 'me' } })
    expect(flow('queue').begin(contextOf('li'))).toMatchObject({ query: { groups: ['queue'] } })
    expect(flow('risk').begin(contextOf('chen'))).toMatchObject({ query: { groups: ['at_risk'] } })
  })

  it('T50 show a customer’s room that customer’s tickets only, whoever asks', () => {
    const rows = [row(reported()), row(other())]
    const shared = settled(
      flow('queue').begin(contextOf('li', undefined, { place: room('room-hx') })),
      undefined,
      rows,
    )
    expect(saying(shared)).toContain('HX-1')
    expect(saying(shared)).not.toContain('BB-1')
    const unknown = flow('queue').begin(contextOf('li', undefined, { place: room('room-unknown') }))
    expect(saying(settled(unknown, undefined, rows))).not.toContain('-1')
  })
})

describe('levels and channels', () => {
  it.each(['levels', 'channels'])('RS.1 RS.3 %s asks a supplier’s person which customer is meant', (name) => {
    const asks = begins(name, 'li')
    expect(asks).toMatchObject({
      card: { buttons: [{ press: { flow: name, choice: 'huaxin' } }, { press: { choice: 'bluebird' } }] },
    })
    expect(saying(begins(name, 'li', undefined, { choice: 'huaxin' }))).not.toEqual(saying(asks))
  })

  it.each(['levels', 'channels'])(
    '%s shows a customer their own, and no other by a tampered button',
    (name) => {
      expect(saying(begins(name, 'zhao', undefined, { choice: 'bluebird' }))).toEqual(
        saying(begins(name, 'zhao')),
      )
    },
  )

  it('tell customers of one name apart', () => {
    const { bluebird, huaxin } = directory.customers
    if (bluebird === undefined || huaxin === undefined) throw new Error('no customers')
    const customers = { huaxin: { ...huaxin, name: 'ＨＸ' }, bluebird: { ...bluebird, name: 'hx' } }
    expect(begins('levels', 'li', undefined, { directory: { ...directory, customers } })).toMatchObject({
      card: { buttons: [{ label: 'HX · ＨＸ' }, { label: 'BB · hx' }] },
    })
  })

  it('say so when there is no agreement', () => {
    expect(begins('levels', 'zhao', undefined, { directory: { ...directory, agreements: {} } }).kind).toBe(
      'refuse',
    )
  })
})

describe('language', () => {
  it.each([
    ['zh-CN', undefined, 'zh-CN', '中文'],
    [undefined, '中文', 'zh-CN', '中文'],
    [undefined, 'english', 'en', 'English'],
  ])('takes button %j or word %j', (choice, words, language, answer) => {
    const step = begins('prefer_language', 'zhao', undefined, {
      ...(choice === undefined ? {} : { choice }),
      ...(words === undefined ? {} : { words }),
    })
    expect(step).toMatchObject({
      orders: [{ item: 'directory', wish: { do: 'directory.prefer_language', person: 'zhao', language } }],
      saying: expect.stringContaining(answer),
    })
  })

  it('offers both otherwise', () => {
    expect(begins('prefer_language', 'zhao')).toMatchObject({
      card: { buttons: [{ press: { choice: 'en' } }, { press: { choice: 'zh-CN' } }] },
    })
  })
})

describe('contact', () => {
  it('names the customer’s people and how they are reached, to the supplier only', () => {
    const step = begins('contact', 'chen', reported())
    expect(saying(step)).toContain('sun · contact')
    expect(saying(step)).toContain('zhao · reported it')
    expect(saying(step)).toContain('web chat: sun')
    expect(saying(step)).not.toContain('emma')
    expect(flow('contact').may(contextOf('zhao').person)).toBe(false)
  })
})

describe('welcome', () => {
  it('says what to type first, to either side', () => {
    expect(saying(begins('welcome', 'zhao'))).toContain('Our VPN has been down')
    expect(saying(begins('welcome', 'li'))).toContain('queue')
  })

  it('tells a supplier’s person that their words opened nothing', () => {
    const step = begins('welcome', 'li', undefined, { words: 'the server room is warm' })
    expect(saying(step)).toContain('nothing changed')
    expect(step.kind).toBe('show')
  })
})
