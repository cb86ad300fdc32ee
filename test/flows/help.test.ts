import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import type { Language } from '../../src/domain/people/sides.ts'
import { texts } from '../../src/text/texts.ts'
import { begins, person, reported, saying } from './fixtures.ts'

const help = (who: string, language: Language = 'en') => saying(begins('help', who, undefined, { language }))

describe('help', () => {
  it.each(['zhao', 'sun', 'li', 'chen'])(
    'lists to %s what they may do and nothing else, in both languages',
    (who) => {
      for (const language of ['en', 'zh-CN'] as const) {
        const shown = help(who, language)
        for (const { help: line, may } of flows) {
          if (line === undefined) continue
          const words = JSON.stringify(line(texts(language))).slice(1, -1)
          expect(shown.includes(words), words).toBe(may(person(who)))
        }
      }
    },
  )

  it('does not offer one side what is the other’s', () => {
    expect(help('zhao')).toContain('solved HX-7')
    expect(help('zhao')).not.toContain('claim HX-7')
    expect(help('li')).toContain('claim HX-7')
    expect(help('li')).not.toContain('solved HX-7')
    expect(help('li')).not.toContain('close HX-7')
    expect(help('chen')).toContain('close HX-7')
    expect(help('sun', 'zh-CN')).toContain('批准 HX-7')
    expect(help('zhao', 'zh-CN')).not.toContain('批准 HX-7')
  })

  it('names tickets as this person’s are numbered', () => {
    expect(help('emma')).toContain('solved BB-7')
    expect(help('emma')).not.toContain('HX-7')
  })

  it('names openings that open', () => {
    for (const { help: line, opensWith } of flows)
      for (const language of ['en', 'zh-CN'] as const) {
        const quoted = /“([^”\d…]*?)(?: HX-7.*?)?”/.exec(line?.(texts(language)) ?? '')?.[1]
        if (quoted !== undefined && line !== undefined) expect(opensWith[language], quoted).toContain(quoted)
      }
  })
})

describe('the gate of a flow', () => {
  it('T49 T51 opens on the ticket’s own side only', () => {
    for (const { name, may } of flows.filter(({ about }) => about !== 'nothing')) {
      expect(may(person('emma'), reported().ticket), name).toBe(false)
      expect(may(person('zhao'), reported().ticket) || may(person('li'), reported().ticket), name).toBe(true)
    }
    for (const name of [
      'confirm_solution',
      'reject_solution',
      'rate',
      'agree_downgrade',
      'cancel',
      'contest',
    ])
      expect(flows.find((one) => one.name === name)?.may(person('li'), reported().ticket)).toBe(false)
  })

  it('leaves it to decide, who can say who may, when the side is right', () => {
    const close = flows.find(({ name }) => name === 'close')
    expect(close?.may(person('li'))).toBe(false)
    expect(close?.may(person('li'), reported().ticket)).toBe(true)
  })
})

describe('the flows', () => {
  it('have one name each', () => {
    expect(new Set(flows.map(({ name }) => name)).size).toBe(flows.length)
  })
})
