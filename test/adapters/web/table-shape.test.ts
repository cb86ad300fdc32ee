import { describe, expect, it } from 'vitest'
import { isMany, leads, needsLabel } from '../../../adapters/web/client/parts/table-shape.ts'

const table = (columns: readonly string[], ...rows: readonly (readonly string[])[]) => ({
  columns,
  rows: rows.map((cells) => ({ cells })),
})
const matrix = {
  en: table(['Urgency \\ impact', 'High', 'Medium', 'Low'], ['Medium', 'P2', 'P3', 'P4']),
  zh: table(['紧急度＼影响度', '高', '中', '低'], ['中', 'P2', 'P3', 'P4']),
}

describe('the shape of a table in a narrow chat', () => {
  it('keeps the axes of a matrix of short cells', () => {
    expect(isMany(matrix.en)).toBe(false)
    expect(isMany(matrix.zh)).toBe(false)
  })

  it('makes paragraphs of rows that fit on no line, counting a Chinese character for two', () => {
    const long = ['Mon 2 Mar 14:40', 'Chen Jing (supplier: team lead)', 'alarm', 'not reached']
    expect(isMany(table(['When', 'Who', 'About', 'Result'], long))).toBe(true)
    expect(
      isMany(
        table(
          ['时间', '对象', '事项', '结果'],
          ['14:40', '陈静（供方技术主管）', '报警', '未送达，网页聊天'],
        ),
      ),
    ).toBe(true)
    expect(isMany(table(['From', 'To', 'Counts'], ['x'.repeat(40), 'y', 'z']))).toBe(false)
  })

  it('makes them of three columns too, where a button stands beside them', () => {
    const cells = ['Chen Jing (陈静), team lead (supplier)', 'Escalation to both executives', 'sent 14:40']
    const { columns, rows } = table(['Who', 'Last told of', 'How'], cells)
    expect(isMany({ columns, rows })).toBe(false)
    const button = { label: 'All 3', press: { flow: 'told' }, style: 'normal' } as const
    expect(isMany({ columns, rows: rows.map((row) => ({ ...row, button })) })).toBe(true)
  })

  it('makes them of two columns without names, where a button stands beside them', () => {
    const news = ['BB-2 · The printer on floor 3 is jammed', '90% of the response time is used · 11:40']
    const { columns, rows } = table([], news)
    const button = { label: 'Take it', press: { flow: 'claim' }, style: 'normal' } as const
    expect(isMany({ columns, rows: rows.map((row) => ({ ...row, button })) })).toBe(true)
    const answers = table(['Who is affected?'], ['Core business is interrupted, or the whole organisation'])
    expect(isMany({ ...answers, rows: answers.rows.map((row) => ({ ...row, button })) })).toBe(false)
  })

  it('names the column of a number or a moment, never of words', () => {
    for (const cell of ['3', '14:40 (Response)', '–']) expect(needsLabel(cell), cell).toBe(true)
    for (const cell of ['waits for you to take it', '处理中', 'missed 14:40'])
      expect(needsLabel(cell)).toBe(false)
  })

  it('keeps a leading moment together, not a leading sentence or a number', () => {
    expect(leads(table(['When', 'What', 'Status'], ['Mon 2 Mar 14:40', 'x', 'new']))).toBe(true)
    expect(leads(table(['Ticket', 'What', 'Status'], ['HX-7', 'x', 'new']))).toBe(false)
    expect(leads(table(['Who is affected?'], ['One person is affected']))).toBe(false)
  })
})
