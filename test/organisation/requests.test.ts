import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/domain/agreement/agreement.ts'
import { requestsV1 } from '../../src/domain/agreement/requests-v1.ts'
import { readOrganisation } from '../../src/organisation/read-organisation.ts'

const example = readFileSync(join(import.meta.dirname, '../../manifest/organisation.example.yaml'), 'utf8')
const agreementsOf = (text: string): readonly Agreement[] => {
  const read = readOrganisation(text, 'organisation.yaml')
  if (!read.ok) throw new Error(JSON.stringify(read.no))
  return read.value.entries.flatMap((entry) => (entry.kind === 'agreement' ? [entry.value] : []))
}

describe('what is agreed for service requests', () => {
  it('M2.4 is shown in the example as it would be, and keeps the calendars it counts on', () => {
    const [ruifeng, northgate] = agreementsOf(example)
    expect(ruifeng?.requests).toEqual({ targets: requestsV1('china-office') })
    expect(northgate).not.toHaveProperty('requests')
    const other = example.replace(
      'P1: { calendar: china-office, response: 1h',
      'P1: { calendar: london-office, response: 1h',
    )
    expect(Object.keys(agreementsOf(other)[0]?.calendars ?? {})).toContain('london-office')
  })

  it('RS.5c may give the levels of the matrix other priorities, all of them', () => {
    const row = '{ high: P2, medium: P3, low: P4 }'
    const cells = `requests:\n      cells: { high: ${row}, medium: ${row}, low: ${row} }`
    expect(agreementsOf(example.replace('requests:', cells))[0]?.requests?.cells?.high?.high).toBe('P2')
    expect(() =>
      agreementsOf(example.replace('requests:', 'requests:\n      cells: { high: { high: P2 } }')),
    ).toThrow()
  })
})
