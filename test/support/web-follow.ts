/** What a live page was sent: the event's name, its id where it has one, and its data. */
export type LiveEvent = { readonly event: string; readonly id?: string; readonly data: string }

const parse = (block: string): LiveEvent => {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1]
  const id = field('id')
  return { event: field('event') ?? '', data: field('data') ?? '', ...(id === undefined ? {} : { id }) }
}

/** Follows the web chat as a page would, until `enough` says so; then leaves. */
export const webFollow = async (
  address: string,
  query: { readonly as: string; readonly since?: string },
  enough: (events: readonly LiveEvent[]) => boolean,
  lastEventId?: string,
): Promise<readonly LiveEvent[]> => {
  const leave = new AbortController()
  const response = await fetch(`${address}api/live?${new URLSearchParams(query)}`, {
    signal: leave.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
  })
  const events: LiveEvent[] = []
  let rest = ''
  const decoder = new TextDecoder()
  if (!response.body) return events
  for await (const chunk of response.body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    events.push(...blocks.map(parse))
    if (enough(events)) break
  }
  leave.abort()
  return events
}
