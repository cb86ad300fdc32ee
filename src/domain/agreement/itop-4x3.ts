import type { Matrix } from './matrix.ts'
import { level } from './matrix.ts'

/** Three impacts by four urgencies; the source's critical, high, medium and low are P1 to P4. */
export const itop4x3: Matrix = {
  id: 'itop-4x3',
  impacts: [
    level(
      'department',
      ['A department', 'A whole department cannot work as usual'],
      ['部门', '整个部门无法正常工作'],
    ),
    level(
      'service',
      ['A service', 'One service is affected for the people who use it'],
      ['服务', '一项服务的使用者受影响'],
    ),
    level('person', ['A person', 'One person is affected'], ['个人', '一个人受影响']),
  ],
  urgencies: [
    level(
      'critical',
      ['Critical', 'Work has stopped and cannot wait at all'],
      ['特急', '工作已经停止，完全不能等'],
    ),
    level('high', ['High', 'It cannot wait until later today'], ['高', '等不到今天晚些时候']),
    level('medium', ['Medium', 'It can wait a day, with some trouble'], ['中', '可以等一天，但有些不便']),
    level('low', ['Low', 'It can be scheduled'], ['低', '可以安排时间处理']),
  ],
  cells: {
    critical: { department: 'P1', service: 'P1', person: 'P2' },
    high: { department: 'P1', service: 'P2', person: 'P3' },
    medium: { department: 'P2', service: 'P3', person: 'P3' },
    low: { department: 'P4', service: 'P4', person: 'P4' },
  },
}
