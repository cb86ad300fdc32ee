import { describe, expect, it } from 'vitest'
import { cn3x3 } from '../../src/domain/agreement/cn-3x3.ts'
import { itop4x3 } from '../../src/domain/agreement/itop-4x3.ts'
import { itssFloor4x4 } from '../../src/domain/agreement/itss-floor-4x4.ts'
import { matrices } from '../../src/domain/agreement/matrices.ts'
import type { Matrix } from '../../src/domain/agreement/matrix.ts'
import { matrixPriority } from '../../src/domain/agreement/priority.ts'

/** The matrix as rows of urgencies over columns of impacts. */
const rows = (matrix: Matrix) =>
  matrix.urgencies.map((urgency) =>
    matrix.impacts.map((impact) => matrixPriority(matrix, impact.id, urgency.id)).join(' '),
  )

describe('the shipped matrices', () => {
  it('RS.5e are three, cn-3x3 the default', () => {
    expect(matrices.map(({ id }) => id)).toEqual(['cn-3x3', 'itop-4x3', 'itss-floor-4x4'])
  })

  it('RS.5c read as cn-3x3 is specified', () => {
    expect(rows(cn3x3)).toEqual(['P1 P2 P3', 'P2 P3 P4', 'P3 P4 P4'])
  })

  it('RS.5c read as itop-4x3 is specified, critical to low being P1 to P4', () => {
    const words = [
      ['critical', 'critical', 'high'],
      ['critical', 'high', 'medium'],
      ['high', 'medium', 'medium'],
      ['low', 'low', 'low'],
    ]
    const priority = { critical: 'P1', high: 'P2', medium: 'P3', low: 'P4' } as const
    expect(rows(itop4x3)).toEqual(
      words.map((row) => row.map((word) => priority[word as keyof typeof priority]).join(' ')),
    )
    expect(itop4x3.urgencies.map(({ id }) => id)).toEqual(['critical', 'high', 'medium', 'low'])
    expect(itop4x3.impacts.map(({ id }) => id)).toEqual(['department', 'service', 'person'])
  })

  it('RS.5c read as itss-floor-4x4 is specified: the floor of the mean', () => {
    const specified = ['P1 P1 P2 P2', 'P1 P2 P2 P3', 'P2 P2 P3 P3', 'P2 P3 P3 P4']
    expect(rows(itssFloor4x4)).toEqual(specified)
    for (const u of [1, 2, 3, 4])
      for (const i of [1, 2, 3, 4])
        expect(matrixPriority(itssFloor4x4, `I${i}`, `U${u}`)).toBe(`P${Math.floor((i + u) / 2)}`)
  })

  it.each(matrices)('$id is total, with no cell beside its levels', (matrix) => {
    const ids = (levels: Matrix['impacts']) => levels.map(({ id }) => id).sort()
    expect(Object.keys(matrix.cells).sort()).toEqual(ids(matrix.urgencies))
    for (const row of Object.values(matrix.cells))
      expect(Object.keys(row).sort()).toEqual(ids(matrix.impacts))
  })

  it.each(matrices)('$id explains every level in both languages', (matrix) => {
    for (const { name, meaning } of [...matrix.impacts, ...matrix.urgencies])
      for (const said of [name, meaning]) {
        expect(said.en).toMatch(/^[A-Z][\w ,-]+$/)
        expect(said['zh-CN']).toMatch(/\p{Script=Han}/u)
      }
  })
})
