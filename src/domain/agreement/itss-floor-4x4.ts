import type { Matrix } from './matrix.ts'
import { level } from './matrix.ts'

/** Four impacts by four urgencies; the priority is their mean, rounded towards the more severe. */
export const itssFloor4x4: Matrix = {
  id: 'itss-floor-4x4',
  impacts: [
    level(
      'I1',
      ['Very high', 'Core business is interrupted or the whole organisation is affected'],
      ['很高', '核心业务中断或整个单位受影响'],
    ),
    level('I2', ['High', 'Several departments are affected'], ['高', '多个部门受影响']),
    level('I3', ['Medium', 'A department or one function is degraded'], ['中', '一个部门或一项功能受影响']),
    level('I4', ['Low', 'One person is affected, business goes on'], ['低', '一个人受影响，业务照常']),
  ],
  urgencies: [
    level('U1', ['Very urgent', 'It has to be handled at once'], ['十分紧急', '必须立即处理']),
    level('U2', ['Urgent', 'It has to be handled within 2 hours'], ['紧急', '2 小时内处理']),
    level('U3', ['Normal', 'It has to be handled within 24 hours'], ['一般', '24 小时内处理']),
    level('U4', ['Low', 'It can wait longer than 24 hours'], ['低', '可以超过 24 小时']),
  ],
  cells: {
    U1: { I1: 'P1', I2: 'P1', I3: 'P2', I4: 'P2' },
    U2: { I1: 'P1', I2: 'P2', I3: 'P2', I4: 'P3' },
    U3: { I1: 'P2', I2: 'P2', I3: 'P3', I4: 'P3' },
    U4: { I1: 'P2', I2: 'P3', I3: 'P3', I4: 'P4' },
  },
}
