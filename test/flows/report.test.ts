import { describe, expect, it } from 'vitest'
import {
  begins,
  closedStory,
  contextOf,
  directory,
  flow,
  formOf,
  submits,
  wishOf,
  wrongFields,
} from './fixtures.ts'

describe('report', () => {
  it('RS.5a makes a ticket of a customer’s words at once, with what they suggest', () => {
    const step = begins('report', 'zhao', undefined, {
      words: 'Our VPN has been down for the whole office since nine',
    })
    expect(step).toMatchObject({ kind: 'order', orders: [{ newFor: 'huaxin' }] })
    expect(wishOf(step)).toMatchObject({
      do: 'ticket.report',
      supplier: 'yunheng',
      customer: 'huaxin',
      reporter: 'zhao',
      source: 'chat',
      category: { value: 'network' },
      impact: { value: 'high' },
      urgency: { value: 'high' },
    })
  })

  it('keeps the message it was said in: its thread is the ticket’s', () => {
    const message = { platform: 'web', team: 'local', conversation: 'dm-zhao', message: 'm7' } as const
    const step = flow('report').begin({ ...contextOf('zhao', undefined, { words: 'VPN is down' }), message })
    expect(wishOf(step)).toMatchObject({ message })
  })

  it.each(['', 'hi', 'Hello there!', '你好', '收到', '在吗？', '???', '👍'])(
    'answers %j with guidance instead of a ticket',
    (words) => {
      expect(begins('report', 'zhao', undefined, { words })).toMatchObject({
        kind: 'show',
        card: { summary: expect.stringContaining('in your own words') },
      })
    },
  )

  it.each([
    ...[
      'thanks',
      'OK, thank you so much.',
      'thanks a lot!',
      'thank you so much for your help',
      'thanks a million',
    ],
    ...['好的，谢谢！', '非常感谢', '太感谢了', '谢谢你们的帮助', '辛苦啦', '太棒了，多谢'],
  ])('answers the thanks of %j with a short word, and no introduction', (words) => {
    const step = begins('report', 'zhao', undefined, { words })
    expect(step).toMatchObject({
      kind: 'show',
      card: { summary: expect.stringMatching(/^You are welcome!/), buttons: [] },
    })
    expect(step.kind === 'show' && step.card.blocks).toHaveLength(1)
    expect(begins('welcome', 'li', undefined, { words })).toMatchObject({
      card: { summary: 'You are welcome!' },
    })
  })

  it.each([
    'thanks for nothing, the VPN is down',
    'thanks for the help desk',
    '感谢信打印不出来',
    'hi, the VPN is down',
    'thanks to the update nothing works',
    '你好，打印机坏了',
    '好卡',
    'no internet',
  ])('takes %j for a report', (words) => {
    expect(begins('report', 'zhao', undefined, { words }).kind).toBe('order')
  })

  it('speaks the language of the place', () => {
    expect(begins('report', 'zhao', undefined, { words: '你好', language: 'zh-CN' })).toMatchObject({
      card: { summary: expect.stringContaining('报障') },
    })
  })

  it('opens a form from its button and reports what it brings', () => {
    const form = formOf(begins('report', 'zhao', undefined, { choice: 'form' }))
    expect(form.fields.map(({ name }) => name)).toEqual(['text'])
    expect(
      wishOf(submits('report', 'zhao', { text: 'Printer jam' }, undefined, { choice: 'form' })),
    ).toMatchObject({
      text: 'Printer jam',
      category: { value: 'printer' },
    })
    expect(wrongFields(submits('report', 'zhao', {}))).toEqual(['text'])
    expect(wrongFields(submits('report', 'zhao', { text: 'x'.repeat(3_001) }))).toEqual(['text'])
  })

  it('continues a closed ticket when its button said so, and only then', () => {
    const told = closedStory()
    const form = formOf(begins('report', 'zhao', told, { choice: 'follow' }))
    expect(form).toMatchObject({ item: 'HX-1', choice: 'follow' })
    expect(
      wishOf(submits('report', 'zhao', { text: 'VPN again' }, told, { choice: 'follow' })),
    ).toMatchObject({
      follows: 'HX-1',
    })
    expect(wishOf(submits('report', 'zhao', { text: 'VPN again' }, told))).not.toHaveProperty('follows')
  })

  it('suggests by some matrix without an agreement, and leaves the refusal to decide', () => {
    const step = begins('report', 'zhao', undefined, {
      words: 'VPN is down',
      directory: { ...directory, agreements: {} },
    })
    expect(step.kind).toBe('order')
  })
})

describe('log', () => {
  it('RS.1 logs a report by phone for the customer, with its source', () => {
    const form = formOf(begins('log', 'li', undefined, { words: 'fax broken' }))
    expect(form.fields.find(({ name }) => name === 'text')?.initial).toBe('fax broken')
    const step = submits('log', 'li', {
      reporter: 'emma',
      source: 'phone',
      text: 'Mail is slow for everyone',
    })
    expect(step).toMatchObject({ orders: [{ newFor: 'bluebird' }], saying: expect.stringContaining('emma') })
    expect(wishOf(step)).toMatchObject({
      customer: 'bluebird',
      reporter: 'emma',
      source: 'phone',
      impact: { value: 'high' },
    })
  })

  it('says at each field what is missing', () => {
    expect(wrongFields(submits('log', 'li', { source: 'pigeon' }))).toEqual(['reporter', 'source', 'text'])
  })

  it('knows nobody of the supplier as a reporter', () => {
    expect(wrongFields(submits('log', 'li', { reporter: 'wang', source: 'mail', text: 'x' }))).toEqual([
      'reporter',
    ])
  })
})
