import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import type { Said } from '../support/teams/people/person-messages.ts'
import { rooms } from '../support/teams-story.ts'
import { untilTold } from './support/teams-cast.ts'
import { teamsCurtain } from './support/teams-curtain.ts'
import { onTeamsStage } from './support/teams-scene.ts'
import { until } from './support/truth.ts'

/** Enough for the server to be gone within them. */
const atMost = 500

describe.skipIf(noRedis)('PostgreSQL that is killed while people speak on Teams', () => {
  const { scene, postgres } = onTeamsStage()

  it('T16 leaves what was not kept refused with 5xx and without effect; handed over again, each is one ticket', async () => {
    const on = await scene()
    const { teams } = on
    const bot = await on.start()
    const said: Said[] = []
    const statuses = () => said.flatMap(({ deliveries }) => deliveries.map(({ status }) => status))
    postgres().signal('SIGKILL')
    while (!statuses().some((status) => status !== 200) && said.length < atMost)
      said.push(await teams.person('zhao').say(rooms.huaxin, on.words('三楼打印机坏了'), { mention: true }))
    expect(statuses().at(-1)).toBe(500)
    await until('PostgreSQL is back', async () => (await on.truth.count('items')) > 0)
    for (const { id, deliveries } of said) {
      await untilTold(teams, deliveries)
      on.acknowledged.said.push({ message: id, types: ['ticket.reported'] })
      await until('it is a ticket', () => on.truth.ticketOf(id))
    }
    await teamsCurtain(on, [bot], { faults: 'expected' })
  })
})
