import { expect, it } from 'vitest'
import { deadlineSaid } from '../../src/domain/words/senses/deadline-said.ts'

it.each([
  'we need it before 3 pm',
  'We need this by 15:00 please',
  'can you fix it by tomorrow noon',
  'must be ready by Friday',
  'please have it working before the meeting',
  'The deadline is today',
  'it has to be back within two hours',
  'we open in an hour',
  'I need it tomorrow',
  'The demo starts at 4',
  'we close at 5 pm today',
  '我们五点下班',
  '三点前要用',
  '下午三点之前必须修好',
  '今天之内要解决',
  '明天要用',
  '半小时后要开会',
  '最晚五点',
  '下班前能修好吗',
  '两个小时内必须恢复',
])('says until when: %s', (words) => {
  expect(deadlineSaid(words)).toBe(true)
})

it.each([
  'it worked before noon',
  'it broke at 3 pm',
  'The serial number is 12345',
  'please hurry',
  'it has been down since Monday',
  'I restarted it yesterday',
  'we need a projector for the meeting room',
  '昨天六点下班后坏的',
  '三点前还好好的',
  '今天早上开始的',
  '昨天下午坏的',
  '序列号是12345',
  '还是不行',
])('or does not: %s', (words) => {
  expect(deadlineSaid(words)).toBe(false)
})
