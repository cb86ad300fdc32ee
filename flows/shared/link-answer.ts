import type { Context, Step } from '../../src/chat/flow.ts'
import { type Texts, texts } from '../../src/text/texts.ts'
import { orgName } from '../../src/view/org-name.ts'

/**
 * A word on whether a channel is a customer's: the one its button names, else the speaker's own. Everybody there can
 * press; the directory decides whose word counts, and the answer says whose.
 */
export const linkAnswer =
  (
    answer: 'directory.confirm_link' | 'directory.refuse_link',
    done: (t: Texts, customer: string) => string,
  ) =>
  ({ place, person, choice, language, directory }: Context): Step => {
    const { platform, team, conversation } = place
    const org = choice ?? person.org
    return {
      kind: 'order',
      orders: [{ item: 'directory', wish: { do: answer, place: { platform, team, conversation }, org } }],
      saying: done(texts(language), orgName(directory, org)),
    }
  }
