import type { Screens } from './screens.ts'
import type { Truth } from './truth.ts'

/** What stands in the web chat, where every post of the bot is a notice. */
export const webScreens = (truth: Truth): Screens => ({
  standing: async () => {
    const rows = await truth.sql<{ id: string; at: readonly string[] }>(
      `select replace(key, '/post/', '') as id, array_agg(conversation || ' ' || id) as at
       from chat_message where author is null group by key`,
    )
    return new Map(rows.map(({ id, at }) => [id, at]))
  },
  shownTo: async (customer, directory) => {
    const people = Object.values(directory.people).filter(({ org }) => org === customer)
    const rooms = Object.values(directory.rooms).filter(({ org }) => org === customer)
    const conversations = [
      ...people.map(({ id }) => `direct:${id}`),
      ...rooms.map(({ conversation }) => conversation),
    ]
    const shown = await truth.sql<{ text: string }>(
      `select coalesce(card::text, text) as text from chat_message where conversation = any($1)`,
      [conversations],
    )
    return shown.map(({ text }) => text)
  },
})
