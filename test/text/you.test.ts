import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'

const { asked, lines } = texts('en')

describe('English sentences about the reader', () => {
  it('say “you are”, never “you is”', () => {
    expect(asked.has('HX-1', 'you')).toBe('you are working on HX-1.')
    expect(asked.has('HX-1', 'Li Wei')).toBe('Li Wei is working on HX-1.')
    expect(lines.duplicateLinked('Li Wei', 'HX-2', 'you')).toContain('you are told')
    expect(lines.duplicateLinked('you', 'HX-2', 'Zhao')).toContain('Zhao is told')
    expect(lines.workChanged('you', 'a request', 'P3')).toMatch(/^you say that/)
    expect(lines.workChanged('Zhao', 'a request', 'P3')).toMatch(/^Zhao says that/)
  })
})
