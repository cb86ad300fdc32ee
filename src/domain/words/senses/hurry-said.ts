import { words } from '../../ticket/suggest/rule.ts'
import { lexicon, readBy } from '../read-by.ts'
import { around } from './around.ts'

const known = lexicon({
  escalate: words(
    'escalate, escalated, escalation, complain, complaint, make a complaint, file a complaint, manager, your manager, supervisor, your boss, the boss, someone senior, somebody senior, someone in charge, higher up, next level',
    '投诉, 升级, 上报, 反映, 领导, 你们领导, 主管, 经理, 负责人, 找领导, 上级, 催单, 催办',
  ),
  hurry: words(
    'hurry, hurry up, in a hurry, rush, quick, quickly, quicker, fast, faster, soon, sooner, asap, a s a p, as soon as possible, as fast as possible, as quickly as possible, urgent, urgently, very urgent, immediately, right away, straight away, speed up, speed it up, speed this up, priority, top priority, high priority, cant wait, cannot wait, step on it, chop chop, move it, dont have all day, waiting, still waiting, been waiting, keep waiting, waiting for hours, patience, critical, important',
    '快, 快点, 快些, 快快, 快一点, 快一些, 尽快, 尽早, 尽速, 赶快, 赶紧, 抓紧, 加急, 加快, 急, 急用, 急急急, 急急, 着急, 很急, 太急, 比较急, 紧急, 急死了, 十万火急, 火急, 火速, 马上, 立刻, 立即, 速度, 速来, 速速, 迅速, 优先, 催, 催促, 等不及, 等不了, 在等, 等着, 等着用, 还在等, 一直在等, 等了, 等很久, 重要',
  ),
  around: [
    ...around,
    ...words(
      'fix, fix it, solve, handle, sort, need it, needed, deal, come, arrive, work on, take care, happening, do something, do it, back, answer, business, losing, money, is possible, possible, up, speak, talk, speak to, talk to, like, call',
      '修, 修好, 解决, 处理, 弄, 弄好, 搞, 搞定, 办, 恢复, 安排, 跟进, 过来, 上门, 影响, 业务, 生产, 工作, 等, 久, 长, 不, 可以, 好, 人, 派, 派人, 老板, 客户, 找, 叫, 联系, 打电话',
    ),
  ],
})

/**
 * Whether short words press for haste or want somebody above, and name nothing else: `And please hurry`, `麻烦快一点`, `我要投诉`.
 */
export const hurrySaid = (text: string, own = ''): 'haste' | 'escalate' | undefined => {
  const read = readBy(text, known, own)
  if (read === undefined || read.unknown.length > 0 || read.asks) return undefined
  const said = (meaning: string): boolean => read.said.some((one) => one.meaning === meaning)
  if (said('escalate')) return 'escalate'
  return said('hurry') ? 'haste' : undefined
}
