import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

const conversation = 'direct:li'
const answer = z.object({
  messages: z.array(
    z.object({
      key: z.string(),
      content: z.object({ kind: z.string() }),
      replies: z.object({ count: z.number() }).exactOptional(),
    }),
  ),
})

/** Says something to the bot in the web chat as a person would, and resolves when its card stands there. */
export const firstReply = async (address: string, key: string): Promise<void> => {
  const said = await fetch(`${address}api/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'li', conversation, key, text: 'help' }),
  })
  if (!said.ok) throw new Error(`B6: ${said.status} ${await said.text()}`)
  for (const until = performance.now() + 30_000; performance.now() < until; await pause(5)) {
    const came = await fetch(`${address}api/messages?${new URLSearchParams({ as: 'li', conversation })}`)
    const { messages } = answer.parse(await came.json())
    const mine = messages.findIndex((message) => message.key.endsWith(key))
    if (mine < 0) continue
    const since = messages.slice(mine)
    if (since.some(({ content, replies }) => content.kind === 'posted' || replies !== undefined)) return
  }
  throw new Error('B6: the bot did not answer')
}
