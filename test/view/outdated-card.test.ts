import { describe, expect, it } from 'vitest'
import { announce } from '../../src/announce/announce.ts'
import { offers } from '../../src/view/offers.ts'
import { actsOf, outdatedCard } from '../../src/view/outdated-card.ts'
import { standsSentence } from '../../src/view/stands-sentence.ts'
import { occasions } from '../announce/lives.ts'
import { directoryIn } from '../announce/worlds.ts'

const directory = directoryIn('en')

const sent = occasions(directory).flatMap(({ event, after, seq, now }) =>
  announce({ event, before: undefined, after, seq, directory, now }).flatMap((notice) => {
    const { card, to, side, language, zone, living } = notice
    if (living !== undefined || actsOf(card).length === 0) return []
    const alone = to.kind === 'person' ? directory.people[to.person] : undefined
    const reading = { language, zone, now, directory, audience: side, alone } as const
    return [
      {
        type: event.type,
        notice,
        ...outdatedCard(card, offers(after, seq, reading), () => standsSentence(after, reading)),
      },
    ]
  }),
)

describe('a notice that offers something to do', () => {
  it('offers it to its reader from the moment it is sent, objecting to a pause that has not begun apart', () => {
    const early = sent.flatMap(({ type, notice, acts }) => {
      const missing = actsOf(notice.card).filter((act) => !acts.includes(act))
      return missing.length === 0 ? [] : [`${type} ${notice.role}: ${missing.join(' ')}`]
    })
    expect([...new Set(early)]).toEqual(['ticket.customer_asked asked: contest'])
    expect(sent.length).toBeGreaterThan(50)
  })

  it('is the very card that was sent while nothing is taken away', () => {
    for (const { notice, acts, card } of sent)
      if (acts.length === actsOf(notice.card).length) expect(card).toBe(notice.card)
  })
})
