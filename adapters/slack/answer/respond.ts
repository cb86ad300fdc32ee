import type { SlackMessage } from '../render.ts'
import { written } from '../send/written.ts'

const timeoutMs = 10_000
/** Slack takes five answers to one act, within half an hour. */
const most = 5

/** Answers through the address Slack gave for one act: only the person who acted sees it, also where the bot is not. */
export const respond = async (
  responseUrl: string,
  messages: readonly SlackMessage[],
  { replace = false, thread }: { readonly replace?: boolean; readonly thread?: string } = {},
): Promise<void> => {
  for (const [index, message] of messages.slice(0, most).entries()) {
    const { status } = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        ...written(message),
        response_type: 'ephemeral',
        replace_original: replace && index === 0,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (status !== 200) throw new Error(`Slack answered ${status} to the answer of an act`)
  }
}
