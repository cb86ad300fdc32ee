import { defineFlow } from '../src/chat/flow.ts'
import { pageOf } from './home.ts'
import { cardFor } from './shared/card-for.ts'
import { onItem } from './shared/on-ticket.ts'
import { either } from './shared/who.ts'

const ofItem = onItem((context) => ({ kind: 'show', card: cardFor(context) }))

/** What is going on: of the ticket whose thread it is asked in, else of all that this person looks after. */
export const overview = defineFlow({
  name: 'overview',
  opensWith: {
    en: [
      ...['overview', 'what is going on', "what's going on", 'whats going on', 'what is happening'],
      ...['how do things stand', 'how are things', 'how are we doing', 'the big picture'],
      ...[
        'is anything on fire',
        'anything on fire',
        'is something on fire',
        'what is on fire',
        "what's on fire",
      ],
      ...['whats on fire', 'any fires', 'is anything burning', 'anything burning', 'any emergencies'],
      ...[
        'is anything urgent',
        'anything urgent',
        'is there anything urgent',
        'what is urgent',
        "what's urgent",
      ],
      ...[
        'is anything critical',
        'anything critical',
        'is there anything critical',
        'what needs my attention',
      ],
      ...['anything that needs my attention', 'does anything need my attention', 'anything i should know'],
      ...[
        'anything i should know about',
        'anything i should worry about',
        'is everything ok',
        'everything ok',
        'everything okay',
      ],
      ...['is everything okay', 'is everything all right', 'is everything under control'],
    ],
    'zh-CN': [
      ...['总览', '概览', '概况', '什么情况', '现在什么情况', '情况怎么样', '现在情况怎么样', '整体情况'],
      ...[
        '有什么着火的',
        '有没有着火的',
        '有着火的',
        '有没有紧急的',
        '有什么紧急的',
        '有紧急的',
        '有没有紧急情况',
      ],
      ...[
        '有什么紧急情况',
        '有没有急的',
        '有什么急的',
        '有没有急事',
        '有什么急事',
        '有没有要紧的',
        '有什么要紧的',
      ],
      ...['有没有需要我关注的', '有什么需要我关注的', '有没有要我关注的', '有什么要我关注的', '有没有要命的'],
    ],
  },
  about: 'nothing',
  may: either,
  begin: (context) => (context.item === undefined ? pageOf(context, true) : ofItem(context)),
})
