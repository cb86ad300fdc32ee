import { works } from '../../agreement/work.ts'
import { plain } from '../../words/plain.ts'
import { lexicon, readBy } from '../../words/read-by.ts'
import { around } from '../../words/senses/around.ts'
import { stateSaid } from '../../words/senses/state-said.ts'
import type { Ticket } from '../ticket.ts'
import { categories, categoryRules } from './categories.ts'
import { requestRules } from './request-rules.ts'
import { words } from './rule.ts'
import { weigh } from './weigh.ts'

/** How it is with a thing, and no thing of its own: whatever was reported may be slow, or let nobody log in. */
const symptoms: readonly string[] = ['performance', 'security', 'other']
/** So many different things are of one of these that another name is another thing. */
const wide: readonly string[] = ['application']
/** Names that a part of anything has. */
const general = words(
  'system, app, application, software, server, screen, login, log in, log on, sign in',
  '系统, 软件, 应用, 程序, 页面, 屏幕, 服务器, 主机, 登录, 登陆',
)

/** Whoever begins so goes on to something else. */
const apart =
  /\b(?:another (?:thing|problem|issue|request|question)|(?:different|new|separate|unrelated) (?:problem|issue|request|thing)|something else|besides that|separately|one more thing|also (?:my|our|the))\b|另外|另一个问题|还有(?:一|个|件)|别的问题|其他问题|新问题|不相关|此外|顺便/
/** Whoever says so speaks of what was reported. */
const goesOn = /\bstill\b|\bthe same\b|还是|仍然|仍旧|依然|依旧|照样|老样子|同样/

/** Trouble in words that say nothing of it in a report by themselves: that nobody can, that there is none of it. */
const troubled =
  /\b(?:nobody|no one|none of us|no (?:signal|sound|picture|power|connection|internet|network|light)|stole|smoke)\b|没人|没有人|谁都|被偷|没信号|没声音|没电|没画面|进不去|上不去|按不动|动不了|用不了/
/** Asked for in words that beside a trouble are part of it. */
const wanted =
  /\breset (?:my|the|his|her|our)\b|\bgive me\b|\bneed (?:a|an|another|more|new)\b|\b(?:can|could|would) (?:someone|somebody|anyone|anybody) (?:please )?(?:create|give|grant|add|order|install|set up|enable|provide|buy|bring)\b|重置/

/** Signs of trouble and words around it, beside which other words are names of things. */
const known = lexicon({
  around: [
    ...around,
    ...words(
      'not, no, cannot, cant, dont, doesnt, didnt, isnt, wont, nobody, nothing, never, still, again, down, up, broken, broke, working, works, work, fails, failed, fail, error, errors, slow, dead, stuck, stopped, wrong, gone, lost, missing, open, close, urgent, urgently, hurry, waiting, wait, rebooted, restarted, restart, reboot, changed, replaced, solution, answer, fix, fixed, happens, happened, after, before, came, comes, went, goes, floor, floors, office, offices, room, rooms, branch, department, building, desk, place, customers, here',
      '不, 没, 没有, 坏, 坏了, 挂, 挂了, 断, 断了, 死机, 卡, 慢, 报错, 出错, 错误, 异常, 失败, 打不开, 用不了, 连不上, 登不上, 上不去, 无法, 不能, 不了, 不行, 不通, 不动, 不亮, 出来, 起来, 全, 所有人, 所有, 全部, 人, 收不到, 收到, 客户, 等, 急, 楼, 层, 室, 部门, 科室, 分公司, 门店, 办公室, 会议室, 机房, 车间, 整个, 代码, 提示, 显示, 灯, 红灯, 绿灯, 指示灯, 整个, 公司, 全公司, 地方, 快, 修, 修好, 解决, 处理, 恢复',
    ),
  ],
})
/** Names are looked for in short words alone: longer ones tell a story of many. */
const mostRead = 80
const named =
  /(?:^|[,.;!?\n] ?|\b(?:and|also|but|now) )(?:the|our|my|all|a|an|both|there (?:is|are)|some(?:one|body)|nobody|no one) [a-z]|\b(?:reach|access|open|use|find|connect to|log in to|get into) (?:the|our|my) [a-z]/

/** The words of things that are nothing but a part of others. */
const thingsIn = (text: string) => {
  const found = weigh(
    text,
    categoryRules,
    categories.filter((one) => !symptoms.includes(one)),
  )
  const own = found?.words.filter((word) => !general.includes(word.toLowerCase())) ?? []
  return found === undefined || own.length === 0 ? undefined : { category: found.value, words: own }
}

/** Whether words name a thing of some sort that stands in nothing of what the ticket reported. */
export const namesThing = (
  text: string,
  { title, text: reported }: Pick<Ticket, 'title' | 'text'>,
): boolean => {
  const own = plain(`${title}\n${reported}`, 1_000).text
  const words = thingsIn(text)?.words
  return words !== undefined && !words.some((word) => own.includes(plain(word).text))
}

const sortOf = (text: string, said: string): string | undefined =>
  weigh(text, requestRules, works)?.value ??
  (troubled.test(said) ? 'incident' : wanted.test(said) ? 'service_request' : undefined)

/**
 * Whether words to a ticket read as a trouble or a request of their own: they say that something is wrong, or ask for something, of a
 * thing that the ticket is not about (`the mail server is down`, `我要申请共享盘权限` to one about a laptop). It is only offered to
 * report them: nothing is taken from the ticket by a guess.
 */
export const namesAnother = (
  text: string,
  { title, text: reported, category, ask }: Pick<Ticket, 'title' | 'text' | 'category' | 'ask'>,
): boolean => {
  const said = plain(text).text
  const sort = sortOf(text, said)
  if (sort === undefined) return false
  const own = plain([title, reported, ask?.text ?? ''].join('\n'), 1_000).text
  const saysApart = apart.test(said)
  if (goesOn.test(said) && !saysApart) return false
  const things = thingsIn(text)
  if (things?.words.some((word) => own.includes(plain(word).text))) return saysApart
  if (things !== undefined)
    return (
      saysApart ||
      sort === 'service_request' ||
      wide.includes(things.category) ||
      (things.category !== category.value && things.category !== thingsIn(own)?.category)
    )
  if (!saysApart && stateSaid(text, own)?.leans === true) return false
  const read = said.length > mostRead ? undefined : readBy(text, known, own)
  if (read === undefined || read.unknown.length === 0 || read.own > 0) return false
  return (
    saysApart ||
    sort === 'service_request' ||
    named.test(said) ||
    read.unknown.some((word) => /\p{Script=Han}/u.test(word))
  )
}
