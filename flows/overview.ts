import { defineFlow } from '../src/chat/flow.ts'
import { home } from './home.ts'
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
      ...['how do things stand', 'how are things', 'the big picture'],
    ],
    'zh-CN': ['总览', '概览', '概况', '什么情况', '现在什么情况', '情况怎么样', '现在情况怎么样', '整体情况'],
  },
  about: 'nothing',
  may: either,
  begin: (context) => (context.item === undefined ? home.begin(context) : ofItem(context)),
})
