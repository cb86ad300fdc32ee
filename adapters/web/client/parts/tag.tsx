import type { Tag } from '../../../../src/chat/card.ts'

/** A word with a dot of its colour. */
export const TagView = ({ tag: { colour, label } }: { tag: Tag }) => (
  <span class="dotted" data-colour={colour}>
    {label}
  </span>
)
