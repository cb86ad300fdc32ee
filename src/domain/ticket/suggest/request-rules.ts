import type { Rule } from './rule.ts'
import { words } from './rule.ts'

/** What is asked of people who look after things that work: something new, a right, an answer. */
const asks = words(
  'i need a, i need an, i need another, i need one more, i need access, i need permission, i need a new, i want a new',
  'we need a, we need an, we need another, we need one more, we need access, we need a new, we need new, i need new',
  'i would like a, i would like an, i would like access, i would like to order, i would like to request, i would like to get',
  "i'd like a, i'd like an, i'd like access, i'd like to order, i'd like to request, i'd like to get",
  'can i get, can i have, could i get, could i have, may i get, may i have, can we get, can we have, could we get, could we have',
  'please give, please grant, please add, please order, please install, please set up, please create, please enable, please provide',
  'please buy, please get me, please send me, please invite, please change my, please move my, please remove, please prepare',
  'can you give, can you grant, can you add, can you order, can you install, can you set up, can you create, can you enable',
  'can you provide, could you give, could you grant, could you add, could you order, could you install, could you set up',
  'could you create, could you enable, could you provide, i want to order, i want to request, requesting, request for a',
  'request access, request a, access request, new starter, new joiner, new hire, new colleague, new employee, joins us, is joining',
  'needs access to, need access to, needs a new, needs a laptop, give me access, grant access, order a, set up an account',
  'how do i, how do we, how can i, how can we, how to, how would i, how should i, where do i, where can i, where is the form',
  'is it possible to, what is the procedure, who do i ask, when can i get',
  '申请, 想要一台, 想要一个, 需要一台, 需要一个, 需要新, 要一台, 换一台新, 配一台, 领一台, 领用, 想领, 领一个, 领一台, 采购, 购买, 新增',
  '开通, 开个账号, 开一个账号, 开个权限, 开一下权限, 加个权限, 加一下权限, 加权限, 授权, 授予, 帮忙装, 帮我装, 帮忙安装, 帮我安装',
  '请安装, 装一下, 装一个, 帮忙配置, 帮忙设置, 帮我设置, 帮我开, 帮忙开, 请开, 帮忙加, 帮我加, 请给, 麻烦给, 帮忙给, 新员工, 新同事, 新入职',
  '入职, 怎么设置, 怎么设, 怎么用, 怎么使用, 怎么安装, 怎么配置, 怎么申请, 怎么改, 怎么修改, 怎么开通, 怎么操作, 怎么登记, 怎么导出, 怎么添加',
  '如何在, 怎样才能, 如何设置, 如何使用, 如何安装, 如何配置, 如何申请, 如何修改, 如何开通, 如何操作, 如何导出, 如何添加, 请问如何, 请问怎么, 在哪里申请, 在哪申请',
  '在哪里设置, 在哪设置, 能不能给, 可以给, 可否给, 想请教, 咨询一下',
)

/**
 * What does not work as it should. Whoever says one of these has an incident, however politely something is asked for: to be
 * served too fast harms nobody.
 */
const faults = words(
  'down, broken, broke, break, breaks, fail, failure, failing, fault, faulty, error, crash, bug, issue, problem, trouble, outage, offline',
  'working, works, work any more, dead, stuck, frozen, freezes, freezing, hang, hangs, hanging, slow, slowly, lost, missing, gone, stolen, leaking',
  'locked out, locked, denied, disconnected, disconnect, timeout, time out, timed out, unavailable, unreachable, unresponsive, corrupted',
  'interrupted, disrupted, no longer, stopped, stops, went, again, restore, recover, repair, fix, fixed, smoke, burning, virus, hacked, phishing',
  'malware, ransomware, spam, wrong, incorrect, blank, black screen, blue screen, cannot, unable, overheating, noise, jam, jammed, flickers',
  'flickering, cracked, damaged, spilled, emergency, urgent, urgently, outdated certificate, expired, nobody can, no one can, everyone, everybody, all users',
  "can't, cant, won't, wont, doesn't, doesnt, didn't, didnt, isn't, isnt, aren't, not",
  '坏, 故障, 报错, 出错, 错误, 异常, 失败, 不能, 无法, 没法, 不了, 不上, 不出, 不开, 不到, 不通, 不行, 不动, 不亮, 不稳, 不见, 死机, 卡死, 卡住, 很卡',
  '太卡, 卡顿, 卡纸, 很慢, 太慢, 好慢, 变慢, 蓝屏, 黑屏, 花屏, 闪退, 崩溃, 宕机, 挂了, 断网, 断线, 断了, 断开, 掉线, 中断, 丢失, 丢了, 被盗, 被锁, 锁定, 失效, 过期, 恢复',
  '修复, 修一下, 修理, 维修, 漏水, 冒烟, 病毒, 中毒, 勒索, 钓鱼, 入侵, 泄露, 泄漏, 没反应, 没有反应, 没声音, 没信号, 没网, 问题, 紧急, 停了, 停产, 所有人, 全公司',
)

/** What words point to: a request as soon as one of its phrases stands there and nothing that is wrong. */
export const requestRules: readonly Rule[] = [
  // "Not" and what follows it say that something is wrong; they turn nothing round here.
  { to: 'incident', negated: 'incident', weight: 1_000, words: faults },
  { to: 'service_request', negated: 'incident', weight: 1, words: asks },
]
