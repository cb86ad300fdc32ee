import type { Card } from '../chat/card.ts'
import { card } from '../chat/card.ts'
import type { Account } from '../domain/people/directory.ts'
import type { Language } from '../domain/people/sides.ts'
import { texts } from '../text/texts.ts'

/** Somebody, or a conversation, that a chat platform does not let the bot write to. */
export type OutOfReach = {
  readonly what: 'person' | 'room'
  readonly name: string
  /** The name of their organisation. */
  readonly org: string
  readonly platform: Account['platform']
  /** What the platform says. */
  readonly why: string
}

/** What an administrator reads of it: who is not reached, why, what it means and what to do. */
export const outOfReachCard = ({ what, name, org, platform, why }: OutOfReach, language: Language): Card => {
  const t = texts(language)
  const words = t.app.outOfReach[what]
  const saying = words.says(name, org, t.views.told.platforms[platform])
  return card({
    tone: 'warning',
    summary: saying,
    title: t.app.outOfReach.title,
    blocks: [
      { type: 'text', text: saying },
      { type: 'facts', facts: [{ label: t.app.outOfReach.why, value: why }] },
      { type: 'text', text: words.next },
    ],
  })
}
