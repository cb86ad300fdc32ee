import type { Tag } from '../../src/chat/card.ts'

const dots: { readonly [colour in Tag['colour']]: string } = {
  red: '🔴',
  orange: '🟠',
  yellow: '🟡',
  grey: '⚪',
}

/** The dot of a tag, where a platform has no colours of its own for it; the word stands beside it. */
export const dotOf = ({ colour }: Tag): string => dots[colour]

/** A tag as words, led by its dot. */
export const tagWords = (tag: Tag): string => `${dotOf(tag)} ${tag.label}`
