import type { Directory } from '../../src/domain/people/directory.ts'
import type { Standing } from './recording-adapter.ts'
import type { Story } from './story.ts'

/** How loud the bot was to one person: messages that came anew, and cards that stand in their own conversation. */
type Loudness = { readonly rings: number; readonly cards: number }

/** A card by which something is done or known; a line of news is none. */
const isCard = ({ card }: Standing): boolean => card.title !== undefined || card.buttons.length > 0

/** What each person of the directory was sent in their own conversation: every new message rings, an edit does not. */
export const loudness = (
  { chat }: Pick<Story, 'chat'>,
  { people }: Pick<Directory, 'people'>,
): { readonly [person: string]: Loudness } =>
  Object.fromEntries(
    Object.keys(people).map((person) => {
      const theirs = chat.posts.filter(({ place }) => place.conversation === `direct:${person}`)
      const cards = theirs.filter((post) => post.ref.thread === undefined && isCard(post)).length
      return [person, { rings: theirs.length, cards }]
    }),
  )
