import { describe, expect, it } from 'vitest'
import { announce } from '../../src/announce/announce.ts'
import type { TicketEventType } from '../../src/domain/ticket/event.ts'
import type { Notice } from '../../src/store/change.ts'
import { draw } from '../view/draw.ts'
import { lives, occasionsOf } from './lives.ts'
import { directoryIn } from './worlds.ts'

const place = ({ to }: Notice): string =>
  to.kind === 'person' ? to.person : to.kind === 'room' ? `${to.room}${to.thread ? ' thread' : ''}` : to.kind

/** Whom, as what, where, how soon, under which condition, and what they read. */
const drawNotice = (notice: Notice): string =>
  [
    `-> ${place(notice)}, ${notice.side} ${notice.role}, lane ${notice.lane}${notice.guard ? `, while ${notice.guard}` : ''}${notice.living ? ', living' : ''}`,
    draw(notice.card),
    ...(notice.brief === undefined ? [] : [`below its card: ${draw(notice.brief)}`]),
  ].join('\n')

describe.each(['en', 'zh-CN'] as const)('what everybody is told (%s)', (language) => {
  it.each([0, 1, 2, 3, 4])('RS.7 M2.3 in life %i, the first time each thing happens', async (number) => {
    const directory = directoryIn(language)
    const told = new Set<TicketEventType>()
    const said = occasionsOf(lives(directory)[number] ?? [], directory).flatMap((occasion) => {
      if (told.has(occasion.event.type)) return []
      told.add(occasion.event.type)
      return [`## ${occasion.event.type}`, ...announce(occasion).map(drawNotice), '']
    })
    await expect(said.join('\n')).toMatchFileSnapshot(`./golden/life-${number}.${language}.txt`)
  })
})
