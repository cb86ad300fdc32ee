import type { BenchRow, Goal } from './row.ts'

const figure = (value: number, unit: BenchRow['unit']): string => {
  const digits = Math.abs(value) >= 100 || unit === 'ms' ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })} ${unit}`
}

const goalText = (goal: Goal, unit: BenchRow['unit']): string =>
  'atLeast' in goal
    ? `≥ ${goal.atLeast.toLocaleString('en')} ${unit}`
    : `≤ ${goal.atMost.toLocaleString('en')} ${unit}`

const heads = ['row', 'measured', 'goal', 'met', 'spread'] as const

const cellsOf = ({ id, ratio, unit, goal, met, spread }: BenchRow): readonly string[] => [
  id,
  figure(ratio, unit),
  goalText(goal, unit),
  met ? 'yes' : 'NO',
  spread.map((end) => figure(end, unit)).join(' … '),
]

/** The rows as a table for a terminal: figures in columns, and beside them what, against what, and the absolute figures. */
export const table = (rows: readonly BenchRow[]): string => {
  const lines = rows.map(cellsOf)
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...lines.map((cells) => cells[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[], text: string): string =>
    [...cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)), text].join('  ').trimEnd()
  const below = (text: string): string =>
    line(
      heads.map(() => ''),
      text,
    )
  return [
    line(heads, 'what'),
    ...rows.flatMap(({ what, reference, detail }, index) => [
      line(lines[index] ?? [], what),
      below(`against ${reference}`),
      below(detail),
    ]),
  ].join('\n')
}
