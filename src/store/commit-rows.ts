import type { Instant } from '../domain/calendar/calendar.ts'
import { type Link, noHead, seal } from './chain.ts'
import type { Change, Notice } from './change.ts'
import { outboxRow } from './outbox-row.ts'

const itemRow = (change: Change, head: string, links: readonly Link[]) => {
  const { index } = change
  return {
    item: change.item,
    kind: change.kind,
    expected: change.expected,
    prev: head,
    seq: change.expected + links.length,
    head: links.at(-1)?.hash ?? head,
    version: change.version,
    state: change.keepsSnapshot ? undefined : change.state,
    claims: change.claims,
    open: index.open,
    next_due_at: change.nextDue,
    supplier: index.supplier,
    customer: index.customer,
    status: index.status,
    priority: index.priority,
    assignee: index.assignee,
    reporter: index.reporter,
    due_at: index.dueAt,
    waiting_for: index.waitingFor ?? [],
  }
}

/** The rows of a commit, as `commit_changes` takes them. `heads` are those of the changes that did not bring their own. */
export const commitRows = (
  changes: readonly Change[],
  extra: readonly Notice[],
  heads: ReadonlyMap<string, string>,
  now: Instant,
) => {
  const sealed = changes.map((change) => {
    const head = change.expected === 0 ? noHead : (change.expectedHead ?? heads.get(change.item) ?? noHead)
    const links = seal(change.item, change.expected, head, change.events)
    return { change, links, row: itemRow(change, head, links) }
  })
  const notices = [
    ...sealed.flatMap(({ change, row }) =>
      change.notices.map((notice) =>
        outboxRow(notice, change.item, row.seq, change.events.at(-1)?.at ?? now),
      ),
    ),
    ...extra.map((notice) => outboxRow(notice, undefined, 0, now)),
  ]
  return {
    items: sealed.map(({ row }) => row),
    events: sealed.flatMap(({ links }) => links),
    notices: notices.map((notice, place) => ({ ...notice, place })),
    messages: changes.flatMap(({ item, messages }) =>
      messages.map(({ message, side, root }) => ({ ...message, item, side, root })),
    ),
  }
}
