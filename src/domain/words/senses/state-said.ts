import { words } from '../../ticket/suggest/rule.ts'
import { plain } from '../plain.ts'
import { lexicon, type Reading, readBy } from '../read-by.ts'
import { around } from './around.ts'

/** How it is with what was to be solved: it works now, or it does not. */
export type StateSaid = {
  readonly state: 'works' | 'fails'
  /** It names nothing else: by itself it is about nothing, so it belongs to what was said before. */
  readonly leans: boolean
}

const known = lexicon({
  not: words(
    'not, isnt, arent, wasnt, doesnt, dont, didnt, hasnt, havent, wont, cant, cannot, couldnt, aint, never, no longer, no more, without, nothing is, hardly, i dont think, dont think, not really, not quite, not fully, not completely, nor',
    '不, 没, 没有, 没能, 未, 未能, 并没有, 并未, 不太, 不再, 不会, 从未, 别, 无, 没再, 没有再',
  ),
  not_yet: words('还没, 还没有, 还未, 尚未, 仍未, 仍没, 依然没, 一直没'),
  works: words(
    'works, work, working, works again, working again, works now, working now, worked, up, up again, up and running, back up, back up again, back online, back to normal, back in business, online again, running, runs, running again, runs again, normal, normal again, fine, fine again, fine now, good, all good, good to go, great, perfect, perfectly, excellent, smoothly, ok, okay, ok again, alright, solved, fixed, resolved, sorted, sorted out, repaired, cured, settled, done, finished, recovered, restored, reachable again, responding again, gone, gone away, went away, disappeared, better, much better, did it, did the trick, does the trick, that helped, success, successful, stable, smooth, problem solved, no issues, no issue, no problem, no problems, no errors, no error, no complaints, no trouble, able to, can now, can log in again, can log in now, can print again, can print now, close it, close this, close the ticket, close ticket, please close, can be closed, can close, you can close, be closed, happy with it, satisfied, yes, yep, yeah, yup, y, 👍, ✅, 👌, 🎉, 😊, 😀, 🙂',
    '好了, 好啦, 好咯, 好的了, 好使, 好用, 好用了, 恢复, 恢复了, 恢复正常, 正常, 正常了, 解决, 解决了, 修好, 修好了, 弄好, 弄好了, 搞好, 搞好了, 搞定, 搞定了, 处理好, 处理好了, 处理完, 处理完了, 可以, 可以了, 可以用, 可以用了, 能用, 能用了, 用得了, 行了, 成了, 成功, 通了, 连上了, 能连上, 能连上了, 打开了, 能打开, 能打开了, 登上了, 能登录, 能登录了, 登录上了, 能上网, 能上网了, 能打印, 能打印了, 打印出来了, 能访问, 能访问了, 收到了, 能收到, 能收到了, 能发, 能发了, 稳定, 稳定了, 没问题, 没问题了, 没毛病, 没事, 没事了, 没有问题, 没有问题了, 无异常, 不卡, 流畅, 流畅了, 快了, 好多了, 好些, 好转, 消失, 消失了, ok了, ok, okay了, 完美, 很好, 不错, 满意, 给力, 好的, 好, 关单, 关了吧, 关掉, 关闭, 可以关, 可以关了, 可以关闭, 可以关单, 结单, 结了吧, 结案, 撤单',
  ),
  goes_on: words(
    'still there, still here, still the same, still same, still happening, still down, still not, same, the same, same issue, same problem, same error, same thing, same story, same as before, unchanged, identical, exactly like, just like, no change, no improvement, no luck, no difference, no better, no joy, persists, persist, persisting, remains, continues, continuing, ongoing, down again, recurs, recurring, recurred, reoccurred, comes back, came back, is back, its back, back, returned, returns, reappeared, not yet, unfortunately not, unresolved, unsolved, not fixed, nope, nah, did nothing, did not help, didnt help, doesnt help, not better, acting up again, went down again, went again, gone again, here we go again, square one, back to square one, a second time, second time, nothing changed, nothing has changed, hasnt changed, not changed, no different, keeps happening, keeps, relapse, relapsed',
    '还是不行, 没好, 没变化, 没改善, 老样子, 老毛病, 老问题, 一样, 一个样, 照旧, 依旧, 仍旧, 又来, 又来了, 又犯, 又出, 又出现, 又发生, 再次出现, 复现, 复发, 重现, 又坏, 又断, 又挂, 又崩, 又死机, 又卡, 又报错, 反复, 跟之前一样, 和之前一样, 同样的错, 同样的问题, 没有任何变化, 没变, 一模一样, 如出一辙, 一个毛病, 还在, 没起作用, 白修了, 又开始, 又罢工, 又罢工了',
  ),
  fails: words(
    'no good, went down, goes down, go down, gone down, down, offline, dead, broken, broke, breaks, fails, fail, failed, failing, failure, error, errors, crashes, crash, crashed, crashing, frozen, freezes, froze, freezing, hangs, hang, hung, hanging, stuck, stopped, stops, slow, slower, unstable, flaky, intermittent, disconnects, disconnected, disconnecting, dropped, drops, dropping, times out, timeout, unusable, unreachable, useless, worse, even worse, got worse, bad, happens, happening, happened, occurs, occurred, occurring, no way, acting up, playing up, 👎, ❌, 😡, 😢, 😭, 😞, 🙁',
    '不行, 不行了, 不好使, 不好用, 不好, 没用, 没有用, 没效果, 无效, 没反应, 没动静, 没动, 犯了, 出现, 坏了, 坏, 断了, 断, 断开, 断线, 掉线, 掉, 掉了, 挂了, 崩了, 崩溃, 死机, 死机了, 卡, 卡住, 卡死, 很卡, 卡顿, 慢, 很慢, 更慢, 更差, 更糟, 更严重, 严重了, 报错, 出错, 错误, 失败, 异常, 闪退, 黑屏, 蓝屏, 白屏, 打不开, 用不了, 连不上, 连不了, 登不上, 登不了, 登录不了, 上不去, 上不了, 进不去, 收不到, 发不出, 发不了, 打不出来, 打印不了, 打不了, 访问不了, 开不了, 开不了机, 启动不了, 加载不出来, 刷不出来, 动不了, 不能用, 不能, 无法, 不动, 不动了, 不工作, 不转, 不亮, 不响, 不稳定, 时好时坏, 频繁, 存在, 有问题, 出问题, 有毛病, 犯病, 抽风, 没完, 糟糕, 崩, 废了, 罢工, 罢工了, 挂掉, 歇菜, 完蛋, 👎, 😡, 😭',
  ),
  again: words(
    'no, still, again, once again, once more, another time',
    '又, 再次, 再一次, 又一次, 还是, 仍然, 依然, 还, 一直',
  ),
  around: [...around, ...words('登上去, 登进去, 登进来, 连上去, 点进去, 打开后, 根本, 压根, 几次, 好几次')],
})

/** What people do with whatever was reported: that it still cannot be done names nothing new, that it cannot be done may. */
const doing =
  'pay, print, printing, log in, login, log on, logon, sign in, open, opening, connect, connecting, send, sending, receive, receiving, access, scan, call, calling, order, save, saving, load, loading, upload, download, join, search, browse, write, read, copy, delete, edit, enter, page, screen, site, website, app, system, server, program, message, 页面, 系统, 软件, 程序, 网页, 网站, 屏幕, 机器, 设备, 服务, 服务器, 电脑, 登录, 打印, 连接, 访问, 上网, 发送, 接收, 下载, 上传, 保存, 打开, 提交, 加载, 付款, 扫描'

/** How often it is said to work, to fail, and to do so as before. */
const counted = ({ said }: Reading) => {
  const count = { works: 0, fails: 0, again: 0 }
  let not: number | undefined
  for (const { meaning, clause } of said) {
    if (meaning === 'not' || meaning === 'not_yet') not = clause
    if (['again', 'goes_on', 'not_yet'].includes(meaning)) count.again += 1
    if (['again', 'not', 'not_yet', 'around'].includes(meaning)) continue
    const isNegated = not === clause
    count[(meaning === 'works') === isNegated ? 'fails' : 'works'] += 1
    not = undefined
  }
  // `Not yet.` says nothing more; `it is not` neither.
  if (not !== undefined) count.fails += 1
  return count
}

/**
 * What short words say of a solution: `it happens again`, `已经好了`. `own`: what was reported, whose words name nothing new where
 * they go on from it; `the printer is broken` may be another one. Undefined where they say nothing of it: whether it works is
 * asked, not said, by `修好了吗`.
 */
export const stateSaid = (text: string, own = ''): StateSaid | undefined => {
  const read = readBy(text, known)
  const ofOwn = readBy(text, known, `${own}\n${doing}`)
  if (read === undefined || ofOwn === undefined) return undefined
  const { works, fails, again } = counted(ofOwn)
  const state = fails > 0 || works === 0 ? 'fails' : 'works'
  if (fails + works + again === 0 || (read.asks && fails === 0)) return undefined
  const goesOn = again > 0 || state === 'works'
  return { state, leans: read.unknown.length === 0 || (goesOn && ofOwn.unknown.length === 0) }
}

/**
 * Whether words begin by saying that it goes on as before, and tell more of it: `still not working, it drops after two minutes`,
 * `还是不行啊，登进去没两分钟又掉了`. What they tell may have words that nobody reported. Of a solution that waits, `answers`, that it
 * fails is enough: `没用，重登也被踢出来`.
 */
export const goesOnSaid = (text: string, own = '', { answers = false } = {}): boolean => {
  const [first = ''] = plain(text).text.split(/[,.;:!?~\n、。]/)
  const read = readBy(first, known)
  return read !== undefined && (answers || counted(read).again > 0) && isFailing(stateSaid(first, own))
}

const isFailing = (said: StateSaid | undefined): boolean => said?.state === 'fails' && said.leans
