import { expect, it, vi } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { rooms, startTeamsStory } from '../support/teams-story.ts'

const start = eachEnds(startTeamsStory)

const casts = {
  'zh-CN': {
    ticket: 'HX-1',
    room: rooms.huaxin,
    reporter: 'zhao',
    report: '全公司都连不上VPN了',
    solution: '重启了VPN网关',
  },
  en: {
    ticket: 'BB-1',
    room: rooms.bluebird,
    reporter: 'emma',
    report: 'Our VPN has been down for the whole office since nine',
    solution: 'Restarted the VPN gateway',
  },
} as const

it.each(['zh-CN', 'en'] as const)(
  'RS.0 RS.7 RS.8 X2 one incident on Teams is lived through in %s, from a mention to the closure both agreed to',
  async (language) => {
    const cast = casts[language]
    const t = texts(language)
    const desk = texts('zh-CN')
    const story = await start()
    const { teams, stands } = story
    const [reporter, engineer, lead] = [cast.reporter, 'li', 'chen'].map(teams.person)
    if (!reporter || !engineer || !lead) throw new Error('nobody')

    const { id, said } = await story.reports(cast.reporter, cast.room, cast.report)
    expect(id).toBe(cast.ticket)
    const card = await stands(rooms.engineers, cast.ticket)

    await story.opens('li', card, desk.buttons.claim)
    await stands(cast.room, '李伟', said)

    // The form is drawn over the card, for the one who pressed alone.
    await story.opens('li', card, desk.buttons.resolve)
    await teams.until(() => engineer.view(card).own)
    expect(teams.person('wang').view(card).own).toBe(false)
    const filled = await engineer.fill(
      card,
      { [desk.flows.resolve.description]: cast.solution },
      desk.flows.form.send,
    )
    expect(filled.refused).toBeUndefined()
    const proposal = await stands(cast.room, cast.solution, said)

    // No engineer consents for the customer.
    await engineer.press(proposal, t.buttons.confirm_solution)
    await teams.until(() => engineer.toasts().at(-1))
    expect((await story.ticket(cast.ticket)).resolution?.consent).toBeUndefined()

    await story.opens(cast.reporter, proposal, t.buttons.confirm_solution)
    const asked = await story.told('chen', desk.buttons.close)
    expect((await story.ticket(cast.ticket)).status).toBe('resolved')
    await story.opens('chen', asked, desk.buttons.close)
    const survey = await teams.until(() =>
      teams.thread(cast.room, said).find((one) => reporter.view(one).buttons.includes('5')),
    )
    await story.opens(cast.reporter, survey, '5')
    await vi.waitFor(async () => expect((await story.ticket(cast.ticket)).rating?.score).toBe(5), 60_000)
    expect(await story.store.verify(cast.ticket)).not.toHaveProperty('badSeq')
    expect(teams.problems()).toEqual([])
    expect(story.problems).toEqual([])
  },
)
