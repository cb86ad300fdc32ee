import { words } from '../../ticket/suggest/rule.ts'
import { lexicon, readBy } from '../read-by.ts'
import { around } from './around.ts'

const known = lexicon({
  verdict: words(
    'yes, yep, yeah, yup, aye, sure, of course, certainly, absolutely, definitely, ok, okay, okey, k, alright, all right, go, go ahead, go for it, go on, carry on, do it, please do, proceed, continue, approve, approved, i approve, agree, agreed, accepted, accept, granted, permission, allowed, allow, fine, good, great, perfect, fine by me, works for me, sounds good, green light, greenlight, you may, you can, no objection, no objections, no problem, by all means, be my guest, feel free, thats fine, confirmed, lgtm, same, same one, the same, same trouble, same problem, thumbs up, 👍, ✅, 👌, 🆗',
    'no, nope, nah, not, dont, do not, cant, cannot, wont, never, no way, by no means, stop, wait, please wait, hold, hold on, hold off, hang on, later, too early, too risky, risky, not now, not yet, not today, not before, not until, put off, wait until, rather not, hold until, postpone, postponed, delay, deny, denied, decline, declined, reject, rejected, refuse, refused, forbidden, disapprove, disagree, leave it, leave it alone, let me check, let me ask, let me think, need to ask, have to ask, ask, checking, think about it, another one, another trouble, another problem, different one, not the same, boss, manager, management, 👎, ❌, 🚫, ✋',
    '可以, 可以的, 行, 行的, 行吧, 好, 好的, 好吧, 同意, 批准, 批, 批了, 准, 准了, 准许, 许可, 允许, 授权, 通过, 放行, 认可, 赞成, 没问题, 没意见, 没事, 没毛病, 弄吧, 搞吧, 做吧, 办吧, 开始吧, 动手吧, 来吧, 上吧, 去吧, 走吧, 操作吧, 执行吧, 开始, 继续, 照办, 就这样, 就这么办, 就这么定, 就这么弄, 随时可以, 随时, 嗯, 嗯嗯, 嗯可以, 是, 是的, 对, 对的, 中, 同一个, 是同一个, 一回事, 是一回事, 妥, 妥了, 成, ok, 当然, 必须的',
    '不是, 不是的, 不是同一个, 不是一回事, 另一个, 另一台, 别合并, 先放一放, 放一放, 先放着, 先缓, 不急, 千万别, 别在, 不要在, 不, 不行, 不可以, 不可, 不同意, 不批, 不批准, 不准, 不许, 不允许, 不要, 不能, 不用, 不了, 不必, 否, 否决, 别, 别动, 别弄, 别急, 先别, 先别动, 先不, 先不要, 先停, 停, 停下, 暂停, 先等等, 先等一下, 等, 等等, 等一下, 等会, 等会儿, 稍等, 稍后, 且慢, 慢着, 暂缓, 缓一缓, 缓缓, 晚点, 晚一点, 晚些, 改天, 改期, 推迟, 延后, 以后再说, 再说, 再议, 拒绝, 驳回, 反对, 领导, 请示, 汇报, 商量, 考虑, 问问, 问, 想想, 不方便, 没空, 太早, 风险',
  ),
  around: [
    ...around,
    ...words(
      'backup, backups, back up, data, system, server, users, notify, beforehand, peak, it, restart, reboot, restarting, install, installation, update, upgrade, change, replace, replacing, switch, shut, shutdown, turn off, turn on, power, cut, take, touch, run, execute, apply, deploy, work, wish, plan, planned, approval, request, window, maintenance, end of day, working hours, business hours, office hours, lunch, risk, careful, carefully, be careful, quickly, quick, merge, merging, priority, lower, one, problem, trouble',
      '备份, 数据, 系统, 服务, 设备, 通知, 提前, 业务, 高峰, 重启, 重新启动, 更换, 换, 升级, 安装, 装, 更新, 操作, 执行, 实施, 切换, 停机, 关机, 断电, 变更, 处理, 弄, 搞, 做, 办, 动, 动手, 进行, 方案, 申请, 审批, 下班, 下班后, 午休, 窗口, 维护, 工作时间, 上班, 注意, 小心, 尽快, 快点, 安排, 时间, 合并, 并, 降级, 优先级, 调整, 问题',
    ),
  ],
})

/**
 * Whether short words are a yes or a no, and name nothing else: `yes, go ahead`, `no, not before six`, `先别动`. Which of the
 * two is never guessed: an approval is given by a button. `own`: what was asked, whose words name nothing new.
 */
export const saysVerdict = (text: string, own = ''): boolean => {
  const read = readBy(text, known, own)
  return (
    read !== undefined &&
    read.unknown.length === 0 &&
    !read.asks &&
    read.said.some(({ meaning }) => meaning === 'verdict')
  )
}
