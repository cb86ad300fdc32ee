import { words } from '../../ticket/suggest/rule.ts'
import { lexicon, readBy } from '../read-by.ts'
import { around } from './around.ts'

const known = lexicon({
  work: words(
    'on my plate, on our plate, my plate, to do, todo, to-do, my work, my workload, my queue, my list, my day, to work on, i work on, work for me, waits for me, waiting for me, in my queue, assigned to me, next for me, do next, take next, do i do, should i do, do i have to do, must i do, do i have today, have i got, do i start with',
    '活, 活儿, 活干, 活要干, 要干的, 要做的, 要处理的, 事要做, 事要办, 待办, 待办事项, 任务, 手上, 手里, 手头, 单子要处理, 要我处理的, 该干, 该干啥, 该干什么, 该做什么, 该处理什么, 该处理哪个, 干啥活, 派给我的, 分给我的, 做哪个, 干哪个, 处理哪个, 接哪个, 先做哪个, 先处理哪个',
  ),
  ask: words(
    'what, whats, what is, what do, what should, what have, what must, which, how much, anything, is there, show, list',
    '什么, 啥, 哪些, 哪个, 几个, 多少, 有没有, 还有没有, 看看, 看一下, 列一下, 有什么, 有啥, 还有啥, 还有什么, 还有多少',
  ),
  around: [...around, ...words('left, else, next, do, work', '事, 事情, 干, 做, 处理, 单, 下一个')],
})

/** Whether short words ask what there is to do, and name nothing else: `what’s on my plate today`, `今天还有啥活`. */
export const asksForWork = (text: string): boolean => {
  const read = readBy(text, known)
  if (read === undefined || read.unknown.length > 0) return false
  const said = (meaning: string): boolean => read.said.some((one) => one.meaning === meaning)
  return said('work') && (said('ask') || read.asks)
}
