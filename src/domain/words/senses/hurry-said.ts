import { words } from '../../ticket/suggest/rule.ts'
import { plain } from '../plain.ts'
import { lexicon, readBy } from '../read-by.ts'
import { around } from './around.ts'

const known = lexicon({
  calm: words(
    'no hurry, no rush, not urgent, not so urgent, not that urgent, not in a hurry, not very urgent, isnt urgent, take your time, whenever you can, no need to hurry, not important, not critical, low priority',
    '不急, 不着急, 不用急, 不用着急, 别急, 别着急, 不太急, 不是很急, 不紧急, 不赶, 不用赶, 不用催, 慢慢来, 不重要',
  ),
  escalate: words(
    'escalate, escalated, escalation, complain, complaint, make a complaint, file a complaint, manager, your manager, supervisor, your boss, the boss, someone senior, somebody senior, someone in charge, higher up, next level',
    '投诉, 升级, 上报, 反映, 领导, 你们领导, 主管, 经理, 负责人, 找领导, 上级, 催单, 催办',
  ),
  complains: words(
    'nobody answers, no one answers, nobody answered, no one answered, nobody has answered, no one has answered, nobody replied, nobody has replied, no one has replied, nobody replies, no one replies, nobody responded, nobody has responded, no one has responded, nobody responds, nobody cares, no one cares, nobody came, nobody has come, no one came, no response, no reply, ignored, ignoring, ignore us, ignore me, bad service, poor service, terrible, awful, horrible, unacceptable, ridiculous, outrageous, disappointed, disappointing, appalling, disgraceful, pathetic, a joke, worst, forever, for ages, ages, what kind of service, what sort of service, call this service, nobody answering, nobody is answering, no one is answering, nobody helps, nobody is helping, no one is helping, even care, you dont care, nothing happens, nothing has happened, heard nothing, fed up, had enough, sick of, unbelievable',
    '没人理, 没人理我, 没人理我们, 没人搭理, 没人管, 没人管我, 没人回, 没人回我, 没人回复, 没人回应, 没人来, 没人跟进, 没人接单, 不理人, 不理我, 没人吭声, 太差, 太差了, 真差, 差劲, 太差劲, 好差, 很差, 这么差, 太烂, 太烂了, 烂, 不像话, 太离谱, 离谱, 过分, 太过分, 无语, 什么态度, 太低, 效率低, 效率真低, 一个人都没有, 人都没有, 人影都没有, 没人影, 管不管, 急死人, 给个准话, 给个说法, 给句话, 石沉大海, 晾着, 一拖再拖, 踢皮球, 敷衍, 糊弄, 处理太慢, 响应太慢, 忍无可忍, 受够了, 太失望, 失望, 不满, 气死, 气死我, 气死了, 不靠谱, 不负责任',
  ),
  hurry: words(
    'hurry, hurry up, in a hurry, rush, quick, quickly, quicker, fast, faster, soon, sooner, asap, a s a p, as soon as possible, as fast as possible, as quickly as possible, urgent, urgently, very urgent, immediately, right away, straight away, speed up, speed it up, speed this up, priority, top priority, high priority, cant wait, cannot wait, step on it, chop chop, move it, dont have all day, waiting, still waiting, been waiting, keep waiting, waiting for hours, patience, critical, important, losing money, losing customers, losing business, raise the priority, increase the priority, higher priority, prioritise, prioritize',
    '快, 快点, 快些, 快快, 快一点, 快一些, 尽快, 尽早, 尽速, 赶快, 赶紧, 抓紧, 加急, 加快, 急, 急用, 急急急, 急急, 着急, 很急, 太急, 比较急, 紧急, 急死了, 十万火急, 火急, 火速, 马上, 立刻, 立即, 速度, 速来, 速速, 迅速, 优先, 催, 催促, 等不及, 等不了, 等不下去, 等不下去了, 在等, 等着, 等着用, 还在等, 一直在等, 等了, 等很久, 重要, 催催, 提高优先级, 调高优先级, 优先级调高, 优先级提高, 优先级高一点, 优先级高点',
  ),
  around: [
    ...around,
    ...words(
      'fix, fix it, solve, handle, sort, need it, needed, deal, come, arrive, work on, take care, happening, do something, do it, back, answer, business, losing, money, is possible, possible, up, speak, talk, speak to, talk to, like, call, raise, increase, set, higher, tickets, request, service, helpdesk, help desk, company, care, whole, ever, taking, takes, hours',
      '修, 修好, 解决, 处理, 弄, 弄好, 搞, 搞定, 办, 恢复, 安排, 跟进, 过来, 上门, 影响, 业务, 生产, 工作, 等, 久, 长, 不, 可以, 好, 人, 派, 派人, 老板, 客户, 找, 叫, 联系, 打电话, 服务, 你们的服务, 态度, 效率, 客户服务, 公司, 干什么, 干嘛, 干啥, 什么, 吃饭, 服务质量, 质量',
    ),
  ],
})

/** Who waits, or what waiting costs: said beside haste it is why, whoever it names, and nothing new is wrong. */
const reasons = lexicon({
  why: words(
    'waiting, are waiting, is waiting, waits, wait, queue, queues, queuing, queueing, line, lining up, lined up, in line, standing here, angry, upset, furious, annoyed, impatient, shouting, complaining, losing, lose, costs us, costing us, deadline, meeting, presentation, demo, opening, open in, leave, leaving, close in, closing, nervous, asking for it, breathing down',
    '等, 等着, 在等, 等候, 排队, 排长队, 排着队, 生气, 发火, 发脾气, 骂人, 投诉, 抱怨, 闹, 要走, 走了, 不耐烦, 催, 损失, 亏钱, 开会, 会议, 演示, 汇报, 发布, 截止, 下班, 开门, 营业',
  ),
  trouble: words(
    'not, no, cannot, cant, doesnt, dont, wont, isnt, arent, nothing, nobody, down, broken, broke, dead, stuck, jam, jammed, fails, failed, failing, failure, error, errors, crash, crashes, crashed, frozen, slow, offline, gone, lost, missing, stopped, out of, problem, issue, need a, need an, need another, need new, need more, need access, needs a, new, request, fire, smoke, water, leak',
    '坏, 断, 停, 慢, 卡, 错, 不了, 不上, 不到, 不出, 不开, 不能, 无法, 没网, 没电, 没法, 死机, 崩, 挂, 失败, 异常, 丢, 故障, 漏水, 冒烟, 申请, 需要, 想要, 新的',
  ),
})

/** A reason is short: whoever says more than so many other characters, or half as many words, tells what is wrong. */
const mostOthers = 12
const sizeOf = (unknown: readonly string[]): number =>
  unknown.reduce((sum, word) => sum + (/[a-z]/.test(word) ? 2 : 1), 0)

/** What is waited for is no reason for haste but what is wanted: `Anna is waiting for her laptop`. */
const waitedFor = /(?<![a-z])wait(?:ing|s)? (?:for|on) (.+)$/

/** Each part between signs says nothing new, or only why there is haste. */
const isOnlyHaste = (text: string, own: string): boolean =>
  plain(text)
    .text.split(/[,.;:!?~\n、，。；：！？]+/)
    .every((part) => {
      if (readBy(part, known, own)?.unknown.length === 0) return true
      const [, wanted = ''] = waitedFor.exec(part) ?? []
      if ((readBy(wanted, known, own)?.unknown.length ?? 0) > 0) return false
      const said = readBy(part, reasons)
      if (said === undefined || sizeOf(said.unknown) > mostOthers) return false
      const meanings = said.said.map(({ meaning }) => meaning)
      return meanings.includes('why') && !meanings.includes('trouble')
    })

/** Whether words press, whatever else they say. */
export const mayHurry = (text: string): boolean =>
  readBy(text, known)?.said.some(({ meaning }) => ['hurry', 'complains', 'escalate'].includes(meaning)) ===
  true

/** How many words beside those of haste stand in `own`, and how many name something else. */
export const namedInHaste = (text: string, own = ''): { readonly found: number; readonly others: number } => {
  const all = readBy(text, known)?.unknown.length ?? 0
  const others = readBy(text, known, own)?.unknown.length ?? all
  return { found: all - others, others }
}

/**
 * Whether short words press for haste or want somebody above, and name nothing else: `And please hurry`, `麻烦快一点`, `我要投诉`. That
 * nobody answers, or the service is bad, `没人理我`, presses too.
 * Who waits is no more than the reason: `please hurry, customers are waiting`.
 */
export const hurrySaid = (text: string, own = ''): 'haste' | 'escalate' | undefined => {
  const read = readBy(text, known, own)
  if (read === undefined || read.asks) return undefined
  const said = (meaning: string): boolean => read.said.some((one) => one.meaning === meaning)
  if (said('calm')) return undefined
  if (read.unknown.length === 0 && said('escalate')) return 'escalate'
  return (said('hurry') || said('complains')) && (read.unknown.length === 0 || isOnlyHaste(text, own))
    ? 'haste'
    : undefined
}
