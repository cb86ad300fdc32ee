import { defineFlow } from '../../src/chat/flow.ts'
import { cardFor } from '../shared/card-for.ts'
import { onItem } from '../shared/on-ticket.ts'
import { either } from '../shared/who.ts'

/**
 * Of several tickets this is the one that words were about: by the button that names it, under the question which. Whose words
 * they were not sees the ticket.
 */
export const addMessage = defineFlow({
  name: 'add_message',
  opensWith: { en: [], 'zh-CN': [] },
  about: 'ticket',
  may: either,
  begin: onItem((context) => ({ kind: 'show', card: cardFor(context) })),
})
