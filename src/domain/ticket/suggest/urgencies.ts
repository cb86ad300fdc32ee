import type { Rule } from './rule.ts'
import { words } from './rule.ts'

/** How pressing: 1 damage grows fast or no way round, 2 a costly way round, 3 it can be scheduled. */
export const urgencyRules: readonly Rule[] = [
  {
    to: '1',
    negated: '3',
    weight: 9,
    words: words(
      'urgent, urgently, asap, as soon as possible, immediately, right now, right away, emergency',
      "critical, pressing, top priority, high priority, can't wait, cannot wait",
      '紧急, 加急, 急, 很急, 急用, 急需, 着急, 火急, 十万火急, 尽快, 马上, 立即, 立刻, 赶紧',
    ),
  },
  {
    weight: 0,
    words: words('emergency department, mission critical', '急诊, 应急, 急救, 急停, 急性, 紧急联系人'),
  },
  {
    to: '1',
    weight: 6,
    words: words(
      'is down, are down, went down, gone down, been down, goes down, still down, down since',
      'down for, down again, all down, down, outage, unusable, in 5 minutes, in 10 minutes',
      'in 15 minutes, in 20 minutes, in 30 minutes, in half an hour, in an hour, stopped working',
      "production stopped, production is stopped, production has stopped, cannot work, can't work",
      'unable to work, nobody can, no one can, nothing works, losing money, losing data, data loss',
      'deadline today, customers are waiting, patients are waiting, ransomware, spreading',
      'cannot trade, unavailable',
      '宕机, 瘫痪, 崩溃, 停机, 停了, 停电, 分钟后要, 分钟后开会, 分钟后就, 停产, 停工, 中断, 全断',
      '断网, 网断了, 网络断了, 网络都断了, 网络全断, 断了网, 挂了, 全挂, 停摆, 无法办公, 没法办公, 没法工作, 无法工作, 没法干活, 干不了活, 都连不上',
      '都打不开, 都登不上, 都登不进, 都用不了, 都上不了, 都不能, 都无法, 全部无法, 等着用, 数据丢失',
      '正在扩散, 勒索, 客户在等, 病人在等, 今天必须, 不能营业',
    ),
  },
  {
    weight: 0,
    words: words('scroll down, drop down, dropdown, drop-down, page down, shut down, slow down'),
  },
  {
    weight: 0,
    words: words('slows down, slowed down, slowing down, break down, write down, written down'),
  },
  {
    to: '2',
    negated: '1',
    weight: 9,
    words: words(
      'workaround, work around, way around, workaround exists, there is a workaround, alternative',
      '替代办法, 替代方案, 临时办法, 临时方案, 变通办法, 变通方法, 备用, 其他办法, 别的办法',
    ),
  },
  {
    to: '2',
    weight: 3,
    words: words(
      'slow, slowly, intermittent, flaky, unstable, intermittently, sometimes, occasionally, keeps',
      "from time to time, now and then, can't, cannot, can not, doesn't work, does not work, won't",
      'not working, unable to, failed, fails, error, broken, crash, crashing, today, this afternoon',
      'blocked',
      '慢, 卡顿, 偶尔, 有时, 间歇, 时好时坏, 断断续续, 时断时续, 不稳定, 不太稳定, 不是很稳定, 打不出',
      '连不上, 打不开, 用不了, 登不上, 登不进, 上不了, 报错, 失败, 出错, 坏了, 不能, 无法, 闪退, 死机',
      '卡死, 今天, 下午要',
    ),
  },
  {
    to: '3',
    weight: 9,
    words: words(
      'no hurry, no rush, whenever you, when you have time, when you get a chance',
      'at your convenience, low priority, next week, next month, can wait, nice to have, sometime',
      'eventually, cosmetic',
      '有空, 有时间, 方便的时候, 方便时, 空了, 下周, 下个月, 改天, 不耽误, 不用急, 可以等, 慢慢来',
      '抽空, 以后再, 择日',
    ),
  },
  {
    negated: '3',
    weight: 9,
    words: words(
      'impact, affecting, affect my work, blocking, hurry, rush',
      '影响, 影响使用, 影响工作, 耽误',
    ),
  },
  { to: '3', weight: 9, words: words('little impact, minor impact', '影响不大, 影响很小, 影响较小') },
  {
    to: '3',
    weight: 4,
    words: words(
      'question, how do i, how can i, how to, please install, would like, request for, new starter',
      'could you please, new joiner, typo, advice',
      '咨询, 请教, 想问, 请问, 如何, 怎么设置, 申请, 新员工, 新入职, 安装一下, 帮忙装, 建议, 错别字',
    ),
  },
]
