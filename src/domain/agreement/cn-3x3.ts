import type { Matrix } from './matrix.ts'
import { level } from './matrix.ts'

/** The default matrix: three impacts by three urgencies. */
export const cn3x3: Matrix = {
  id: 'cn-3x3',
  impacts: [
    level(
      'high',
      ['High', 'Core business is interrupted, or the whole organisation is affected'],
      ['高', '核心业务中断，或整个单位受影响'],
    ),
    level(
      'medium',
      ['Medium', 'A department or one business function is degraded'],
      ['中', '一个部门或一项业务功能受影响'],
    ),
    level('low', ['Low', 'One person is affected, business goes on'], ['低', '一个人受影响，业务照常']),
  ],
  urgencies: [
    level(
      'high',
      ['High', 'The damage grows fast and there is no workaround'],
      ['高', '损失迅速扩大，没有变通办法'],
    ),
    level('medium', ['Medium', 'There is a workaround, but it is costly'], ['中', '有变通办法，但代价较大']),
    level('low', ['Low', 'It can be scheduled'], ['低', '可以安排时间处理']),
  ],
  cells: {
    high: { high: 'P1', medium: 'P2', low: 'P3' },
    medium: { high: 'P2', medium: 'P3', low: 'P4' },
    low: { high: 'P3', medium: 'P4', low: 'P4' },
  },
}
