import type { PageTexts } from '../texts.ts'

/** How much is unread, as a number for the eye and a sentence for the ear; nothing when nothing is. */
export const UnreadBadge = ({ count, words }: { count: number; words: PageTexts }) =>
  count === 0 ? null : (
    <span class="badge">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span class="hidden">{words.unread(count)}</span>
    </span>
  )
