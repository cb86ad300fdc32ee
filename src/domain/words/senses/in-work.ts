import { works } from '../../agreement/work.ts'
import { requestRules } from '../../ticket/suggest/request-rules.ts'
import { weigh } from '../../ticket/suggest/weigh.ts'
import { plain } from '../plain.ts'
import { stateSaid } from './state-said.ts'

/** What is asked of something that was reported before: when it will be done, what became of it. */
const done =
  /(?<![a-z])(?:fixed|repaired|solved|resolved|done|ready|finished|restored|delivered|installed|replaced|shipped|approved|back|arrives?|arrived|coming|news|updates?|progress|eta|status|any luck|word on|working on|looking at|looking into|taking care|where(?: i|')?s (?:my|our)|where are (?:my|our)|(?:what|how) about|(?:anyone|anybody|someone|somebody|who(?: i|')?s|who has) (?:looked|looking|fixing|checking|checked|handling|started|on)|how(?: i|')?s (?:my|our|the))(?![a-z])|修好|修复|修完|解决|恢复|弄好|搞好|搞定|处理|好了|完成|进展|进度|消息|状态|到哪|到货|送来|送到|装好|换好|批下来|(?:什么时候|啥时候|何时|几时|几点|哪天|多久)能?(?:好|到|来|修|弄|换|装|送|批|发|配)|怎么样了|咋样了|如何了|有人(?:在|来|去)?(?:看|修|处理|弄|跟|查)|谁在?(?:看|修|弄|跟|查|负责)|我们?的?.{1,12}呢/

/** How something is done, or whose it is, is asked of nothing that was reported. */
const general = /(?<![a-z])how (?:do|can|could|to|should|would)(?![a-z])|怎么(?!样|还|这么)|如何(?!了)/

/**
 * Whether a question presumes that something is being worked on: `when will the printer be fixed?`, `打印机修好了吗`. It is never a
 * report, unless it says besides what does not work, or asks for something new.
 */
export const presumesWork = (text: string): boolean => {
  const said = plain(text).text
  if (!done.test(said) || general.test(said)) return false
  if (stateSaid(text)?.state === 'fails') return false
  return weigh(text, requestRules, works)?.value !== 'service_request'
}
