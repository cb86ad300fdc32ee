import { words } from '../../ticket/suggest/rule.ts'
import { lexicon, readBy } from '../read-by.ts'
import { around } from './around.ts'

const known = lexicon({
  withdraw: words(
    'never mind, nevermind, forget it, forget about it, forget this, no longer needed, no longer need, no longer need it, no longer required, not needed, not needed any more, not needed anymore, isnt needed any more, isnt needed anymore, dont need it any more, dont need it anymore, dont need this any more, no need any more, no need anymore, dont bother, ignore it, ignore this, false alarm, my mistake, my own mistake, my fault, my bad, cancel, cancel it, cancel this, cancel that, please cancel, be cancelled, can be cancelled, please drop, do not need, dont need, withdraw, withdraw it, withdraw this, take it back, call it off, drop it, drop this, scrap it, scrap this',
    '算了, 算了吧, 不用修了, 不用弄了, 不用处理了, 不用解决了, 不用管了, 不用来了, 不用派人了, 不用换了, 不用装了, 不用买了, 不用送了, 不用了, 用不着了, 用不上了, 不需要了, 不必了, 不修了, 不弄了, 不申请了, 不用申请了, 不买了, 不换了, 不装了, 不要了, 不想要, 不想要了, 用不着, 取消, 取消吧, 取消了吧, 取消掉, 撤, 撤了, 撤掉, 撤了吧, 撤回, 撤回吧, 撤销, 撤销吧, 撤单, 撤单吧, 作废, 搞错了, 弄错了, 我弄错了, 误报, 虚惊一场, 当我没说',
  ),
  not: words(
    'not, no, never, dont, do not, doesnt, cannot, cant, couldnt, wont, why, was, were, has been, got',
    '不, 别, 怎么, 为什么, 为啥, 被, 自动, 无法',
  ),
  around: [
    ...around,
    ...words(
      'any more, anymore, nothing, order, ordered, for, works, works again, works now, working, fixed, solved, itself, fine, ok',
      '没, 张, 台, 自己, 好, 好了, 恢复, 恢复了, 正常, 正常了, 可以, 可以了, 解决了',
    ),
  ],
})

/** That something is not wanted any more. `names`: how many of its words name what. */
export type Withdrawal = { readonly names: number }

/**
 * Whether short words say that nothing needs to be done any more, and how much they name besides: `never mind`, `小张的电脑不要了，取消吧`.
 * `own`: the words of a ticket, which name nothing else. Undefined where they say nothing of the sort.
 */
export const withdrawalIn = (text: string, own = ''): Withdrawal | undefined => {
  const read = readBy(text, known, own)
  if (read === undefined || read.asks) return undefined
  const said = (meaning: string): boolean => read.said.some((one) => one.meaning === meaning)
  return said('withdraw') && !said('not') ? { names: read.unknown.length } : undefined
}

/** Whether short words say that nothing needs to be done any more, and name nothing else: `never mind`, `不用修了，谢谢`. */
export const withdrawalSaid = (text: string): boolean => withdrawalIn(text)?.names === 0
