import { words } from '../../ticket/suggest/rule.ts'
import { lexicon, readBy } from '../read-by.ts'
import { around } from './around.ts'

const known = lexicon({
  withdraw: words(
    'never mind, nevermind, forget it, forget about it, forget this, no longer needed, not needed any more, not needed anymore, isnt needed any more, isnt needed anymore, dont need it any more, dont need it anymore, dont need this any more, no need any more, no need anymore, dont bother, ignore it, ignore this, false alarm, my mistake, my own mistake, my fault, my bad, cancel it, cancel this, cancel that, please cancel, withdraw it, withdraw this, take it back',
    '算了, 算了吧, 不用修了, 不用弄了, 不用处理了, 不用解决了, 不用管了, 不用来了, 不用派人了, 不用了, 不需要了, 不必了, 不修了, 不弄了, 不要了, 取消吧, 取消了吧, 撤了吧, 撤回吧, 撤单, 撤单吧, 搞错了, 弄错了, 我弄错了, 误报, 虚惊一场, 当我没说',
  ),
  around: [...around, ...words('any more, anymore, no, nothing', '没')],
})

/** Whether short words say that nothing needs to be done any more, and name nothing else: `never mind`, `不用修了，谢谢`. */
export const withdrawalSaid = (text: string): boolean => {
  const read = readBy(text, known)
  return (
    read !== undefined &&
    read.unknown.length === 0 &&
    !read.asks &&
    read.said.some(({ meaning }) => meaning === 'withdraw')
  )
}
