import type { Post } from '../../../src/chat/adapter.ts'
import { plainClip } from '../../shared/plain-clip.ts'
import { plainText } from '../../shared/plain-text.ts'
import type { TeamsMessage } from '../render/adaptive-card.ts'

/** Long enough for any name. */
const longest = 80

/** A name with nothing in it that Teams could read as markup: whoever it is of, it cannot end the mention or begin a link. */
const nameIn = (name: string): string => {
  const plain = plainText(name)
    .replace(/[^\p{L}\p{M}\p{N}.,'’·・•（）-]+/gu, ' ')
    .trim()
  return plainClip(plain, longest) || '…'
}

/**
 * A message that calls somebody. The mention stands in the card: only there Teams knows a person by their id in the
 * directory, in the text of a message it does not.
 */
export const withMention = (
  { summary, card }: TeamsMessage,
  { account, name }: NonNullable<Post['mention']>,
): TeamsMessage => {
  const called = nameIn(name)
  const text = `<at>${called}</at>`
  const entities = [{ type: 'mention', text, mentioned: { id: account.user, name: called } }] as const
  return {
    summary,
    card: {
      ...card,
      body: [{ type: 'TextBlock', text, wrap: true }, ...card.body],
      msteams: { ...card.msteams, entities },
    },
  }
}
