import { describe, expect, it } from 'vitest'
import { twinOf } from '../../src/domain/ticket/twin.ts'
import { reported } from './given.ts'
import { minutes, monday } from './world.ts'

const first = reported().ticket
const another = { customer: 'huaxin', reporter: 'sun', text: first.text }
const soon = monday + 5 * minutes

describe('the twin of a report', () => {
  it('is the open ticket of somebody else that says the same, however it is spaced and punctuated', () => {
    expect(twinOf([first], another, soon)?.id).toBe('HX-1')
    expect(twinOf([first], { ...another, text: 'the VPN is down, for EVERYBODY!!' }, soon)?.id).toBe('HX-1')
  })

  it.each([
    ['other words', { ...another, text: 'The VPN is slow for everybody' }],
    ['another number', { ...another, text: `${first.text} 4` }],
    ['another customer', { ...another, customer: 'bluebird' }],
    ['the same reporter', { ...another, reporter: 'zhao' }],
  ])('is none for %s', (_, report) => {
    expect(twinOf([first], report, soon)).toBeUndefined()
  })

  it('is none half an hour later, nor once it ended, nor for words that say too little', () => {
    expect(twinOf([first], another, monday + 31 * minutes)).toBeUndefined()
    const ended = reported().does('zhao', { do: 'ticket.cancel', reason: 'It works again' }).ticket
    expect(twinOf([ended], another, soon)).toBeUndefined()
    expect(twinOf([{ ...first, text: '坏了' }], { ...another, text: '坏了' }, soon)).toBeUndefined()
  })
})
