import { describe, expect, it } from 'vitest'
import { announce } from '../../src/announce/announce.ts'
import { formerNames } from '../../src/chat/former-names.ts'
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
    const offered = offers(after, seq, reading)
    const drawn = outdatedCard(card, offered, () => standsSentence(after, reading))
    return [{ type: event.type, notice, offered, ...drawn }]
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

  it('offers the same when an earlier version drew it, under the names its flows had then', () => {
    const former = Object.fromEntries(Object.entries(formerNames).map(([was, is]) => [is, was]))
    const old = sent.filter(({ notice }) => notice.card.buttons.some(({ press }) => press.flow in former))
    for (const { notice, acts, offered } of old) {
      const buttons = notice.card.buttons.map((button) => {
        const { flow } = button.press
        return { ...button, press: { ...button.press, flow: former[flow] ?? flow } }
      })
      const drawn = outdatedCard({ ...notice.card, buttons }, offered, () => '')
      expect(drawn.acts).toEqual(acts)
    }
    expect(old.length).toBeGreaterThan(10)
  })
})
