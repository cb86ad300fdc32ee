import { afterEach, describe, expect, it } from 'vitest'
import type { Form } from '../../../src/chat/form.ts'
import type { Inbound } from '../../../src/chat/inbound.ts'
import { cardWith, max, postCard, room, type Stage, stage, team, type Ways, zhang } from './runtime-stage.ts'

const ways: readonly Ways[] = ['socket', 'http']
const stages: Stage[] = []
const open = async (...given: Parameters<typeof stage>): Promise<Stage> => {
  const made = await stage(...given)
  stages.push(made)
  return made
}
afterEach(async () => {
  for (const made of stages.splice(0)) await made.stop()
})

const form: Form = {
  flow: 'resolve',
  item: 'HX-1',
  seen: 3,
  title: 'Propose a solution',
  submit: 'Propose',
  fields: [{ kind: 'paragraph', name: 'solution', label: 'Solution', max: 500 }],
}

const gate = () => {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open: () => open(), opened }
}

const textsIn = (value: unknown): string => JSON.stringify(value)

describe.each(ways)('what is said, over %s', (way) => {
  it('stands before Slack is told that it arrived', async () => {
    const { slack, ear } = await open(way)
    const { open: letIn, opened } = gate()
    let came = false
    let told = false
    ear.before = async () => {
      came = true
      slack.world.signal.changed()
      await opened
    }
    const saying = slack
      .person(max)
      .say(room, `<@${slack.bot(team)}> VPN down`)
      .then((said) => {
        told = true
        return said
      })
    await slack.until(() => came)
    expect(told).toBe(false)
    letIn()
    const { ts, deliveries } = await saying
    expect(deliveries.every(({ acked }) => acked)).toBe(true)
    expect(ear.heard[0]).toMatchObject({
      kind: 'message',
      text: 'VPN down',
      addressed: true,
      who: { platform: 'slack', team: 'T0CLIENT', user: max },
      message: { team, conversation: room, message: ts },
    })
  })

  it('is told to Slack while it is still being worked on', async () => {
    const { slack, ear } = await open(way)
    const { open: end, opened } = gate()
    ear.reply = async () => {
      await opened
      return { kind: 'done' }
    }
    const { deliveries } = await slack.person(max).say(room, `<@${slack.bot(team)}> VPN down`)
    expect(deliveries.map(({ acked }) => acked)).not.toContain(false)
    end()
  })

  it('is sent again by Slack when it could not be kept, and is then heard once more under the same key', async () => {
    const { slack, ear, faults } = await open(way, { options: { rules: { ackWithin: 1_000 } } })
    ear.before = async () => {
      throw new Error('the database is away')
    }
    const { deliveries } = await slack.person(max).say(room, 'still down', {})
    expect(deliveries.map(({ acked }) => acked)).toEqual([false])
    expect(ear.heard).toEqual([])
    expect(faults.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('could not be taken in'),
    )
    ear.before = async () => {}
    slack.rules.ackWithin = 15_000
    const again = await slack.retryDue()
    expect(again.map(({ acked }) => acked)).toEqual([true])
    expect(ear.heard).toHaveLength(1)
  })

  it('keeps its key whatever Slack does: four times with retry headers (T01), twice without (T02)', async () => {
    const { slack, ear } = await open(way)
    const { deliveries } = await slack.person(max).say(room, 'VPN down')
    const [delivery] = deliveries
    if (delivery === undefined) throw new Error('nothing was sent')
    for (let retry = 1; retry <= 3; retry += 1)
      expect((await slack.redeliver(delivery)).attempts.at(-1)?.acked).toBe(true)
    expect((await slack.repeat(delivery)).acked).toBe(true)
    expect(ear.heard).toHaveLength(5)
    expect(new Set(ear.heard.map(({ key }) => key)).size).toBe(1)
  })

  it('brings the person’s own language and zone, asked for once, and none of a person of another organisation', async () => {
    const { slack, ear } = await open(way)
    await slack.person(zhang).say(room, 'one')
    await slack.person(zhang).say(room, 'two')
    await slack.person(max).say(room, 'three')
    const zone = { language: 'zh-CN', zone: 'Asia/Shanghai' }
    expect(ear.heard.map(({ locale }) => locale)).toMatchObject([zone, zone, {}])
    expect(ear.heard[2]?.locale?.language).toBeUndefined()
    expect(slack.calls('users.info').filter(({ args }) => args.user === zhang)).toHaveLength(1)
    await slack.changeUser(zhang, { locale: 'en-GB' })
    await slack.person(zhang).say(room, 'four')
    expect(ear.heard.at(-1)?.locale).toMatchObject({ language: 'en' })
  })

  it('is heard without language when Slack does not know or say it', async () => {
    const { slack, ear } = await open(way)
    slack.fault('users.info', { do: 'status', status: 500 })
    const { deliveries } = await slack.person(zhang).say(room, 'one')
    expect(deliveries.map(({ acked }) => acked)).toEqual([true])
    expect(ear.heard[0]?.locale).toBeUndefined()
  })
})

describe.each(ways)('a press, over %s', (way) => {
  it('is acknowledged as soon as it stands, and answered beside the message to that person alone', async () => {
    const made = await open(way)
    const { slack, ear } = made
    const at = await postCard(made, { flow: 'claim', item: 'HX-1', seen: 3 })
    const { open: answer, opened } = gate()
    ear.reply = async () => {
      await opened
      return { kind: 'done', saying: 'HX-1 is yours' }
    }
    const { acked } = await slack.person(zhang).press(at, 'Press')
    expect(acked).toBe(true)
    expect(ear.heard).toMatchObject([
      {
        kind: 'press',
        press: { flow: 'claim', item: 'HX-1', seen: 3 },
        acknowledged: true,
        who: { user: zhang },
      },
    ])
    answer()
    const [said] = await slack.until(() => slack.ephemerals(zhang)[0] && slack.ephemerals(zhang))
    expect(said?.text).toContain('HX-1 is yours')
    expect(slack.ephemerals(max)).toEqual([])
  })

  it('is not acknowledged when it could not be kept, so that Slack tells the person', async () => {
    const made = await open(way, { options: { rules: { ackWithin: 500 } } })
    const at = await postCard(made, { flow: 'claim' })
    made.ear.before = async () => {
      throw new Error('the database is away')
    }
    expect((await made.slack.person(zhang).press(at, 'Press')).acked).toBe(false)
  })

  it('opens the form it asks for', async () => {
    const made = await open(way)
    const at = await postCard(made, { flow: 'resolve', item: 'HX-1', seen: 3 })
    made.ear.reply = () => ({ kind: 'ask', form })
    await made.slack.person(zhang).press(at, 'Press')
    const view = await made.slack.until(() => made.slack.person(zhang).modal())
    expect(textsIn(view)).toContain('Propose a solution')
  })

  it('gives a button that opens the form when Slack no longer does', async () => {
    const made = await open(way, { options: { rules: { triggerLife: 0 } } })
    const { slack, ear, faults } = made
    const at = await postCard(made, { flow: 'resolve', item: 'HX-1', seen: 3 })
    ear.reply = () => ({ kind: 'ask', form })
    await slack.person(zhang).press(at, 'Press')
    const offer = await slack.until(() => slack.ephemerals(zhang)[0])
    expect(slack.person(zhang).modal()).toBeUndefined()
    slack.rules.triggerLife = 60_000
    await slack.person(zhang).press({ channel: room, ts: offer.ts }, '打开表单')
    await slack.until(() => slack.person(zhang).modal())
    expect(ear.heard.at(-1)).toMatchObject({ press: { flow: 'resolve', item: 'HX-1', seen: 3 } })
    expect(faults).toEqual([])
  })

  it('in a list that only this person sees puts the next list in its place', async () => {
    const made = await open(way)
    const { slack, ear } = made
    const at = await postCard(made, { flow: 'list' })
    ear.reply = () => ({ kind: 'show', card: cardWith('More', { flow: 'list', choice: '2' }) })
    await slack.person(zhang).press(at, 'Press')
    const list = await slack.until(() => slack.ephemerals(zhang)[0])
    ear.reply = () => ({ kind: 'show', card: cardWith('Last', { flow: 'list', choice: '3' }) })
    await slack.person(zhang).press({ channel: room, ts: list.ts }, 'More')
    await slack.until(() => textsIn(slack.ephemerals(zhang)).includes('Last'))
    expect(slack.ephemerals(zhang)).toHaveLength(1)
  })

  it('in the direct conversation is answered there', async () => {
    const made = await open(way)
    const { slack, ear, adapter } = made
    const place = await adapter.direct({ platform: 'slack', team, user: zhang })
    const at = await postCard(made, { flow: 'claim' }, { place })
    expect(at.channel).toBe(slack.person(zhang).dm())
    ear.reply = () => ({ kind: 'refuse', saying: 'HX-1 was closed' })
    await slack.person(zhang).press(at, 'Press')
    const said = await slack.until(() => slack.messages(at.channel)[1])
    expect(said.text).toContain('HX-1 was closed')
  })

  it('is answered in the direct conversation where Slack lets nothing be said beside it any more', async () => {
    const made = await open(way)
    const { slack, ear } = made
    const at = await postCard(made, { flow: 'claim' })
    slack.fault('chat.postEphemeral', { do: 'error', error: 'user_not_in_channel' })
    ear.reply = () => {
      slack.advance(31 * 60_000)
      return { kind: 'refuse', saying: 'HX-1 was closed' }
    }
    await slack.person(zhang).press(at, 'Press')
    const said = await slack.until(() => slack.messages(slack.person(zhang).dm())[0])
    expect(said.text).toContain('HX-1 was closed')
  })

  it('that somebody tampered with means nothing, and is named in the log (T47)', async () => {
    const made = await open(way)
    const at = await postCard(made, { flow: 'claim' })
    const { world } = made.slack
    const tamper = (key: string, value: unknown) =>
      key === 'value' ? JSON.stringify({ flow: 'claim', who: 'U0BOSS' }) : value
    const tampered = JSON.parse(JSON.stringify(world.messages.get(room)), tamper)
    world.messages.set(room, tampered)
    expect((await made.slack.person(zhang).press(at, 'Press')).acked).toBe(true)
    expect(made.ear.heard).toEqual([])
    expect(made.warned.map(({ message }) => message)).toContain('an act on Slack means nothing here')
  })
})

describe.each(ways)('a form, over %s', (way) => {
  const opened = async (made: Stage): Promise<void> => {
    const at = await postCard(made, { flow: 'resolve', item: 'HX-1', seen: 3 })
    made.ear.reply = () => ({ kind: 'ask', form })
    await made.slack.person(zhang).press(at, 'Press')
    await made.slack.until(() => made.slack.person(zhang).modal())
  }

  it('is sent with what was typed, closed, and answered beside where it was opened', async () => {
    const made = await open(way)
    const { slack, ear } = made
    await opened(made)
    ear.reply = () => ({ kind: 'done', saying: 'Proposed' })
    const { view, trouble } = await slack.person(zhang).submit({ Solution: 'Restart it' })
    expect({ view, trouble }).toEqual({ view: undefined, trouble: undefined })
    expect(ear.heard.at(-1)).toMatchObject({
      kind: 'submit',
      form: { flow: 'resolve', item: 'HX-1', seen: 3 },
      values: { solution: 'Restart it' },
      place: { conversation: room },
    })
    const said = await slack.until(() => slack.ephemerals(zhang)[0])
    expect(said.text).toContain('Proposed')
  })

  it('shows what is wrong at its field, and is the same act when it is sent again', async () => {
    const made = await open(way)
    const { slack, ear } = made
    await opened(made)
    ear.reply = () => ({ kind: 'amend', problems: [{ field: 'solution', message: 'Say more' }] })
    const first = await slack.person(zhang).submit({ Solution: 'x' })
    expect(first.errors).toEqual({ solution: 'Say more' })
    ear.reply = () => ({ kind: 'done' })
    const second = await slack.person(zhang).submit({ Solution: 'Restarted the gateway' })
    expect(second.view).toBeUndefined()
    const [one, other] = ear.heard.slice(-2)
    expect(one?.key).toBe(other?.key)
  })

  it('keeps what was typed under a refusal', async () => {
    const made = await open(way)
    await opened(made)
    made.ear.reply = () => ({ kind: 'refuse', saying: 'HX-1 was closed by Max' })
    const { trouble } = await made.slack.person(zhang).submit({ Solution: 'Restart it' })
    expect(trouble).toBeUndefined()
    expect(made.slack.modals(zhang)).toHaveLength(2)
    expect(textsIn(made.slack.person(zhang).modal())).toContain('HX-1 was closed by Max')
  })

  it('makes room for a card or a form that follows', async () => {
    const made = await open(way)
    await opened(made)
    made.ear.reply = () => ({ kind: 'ask', form: { ...form, title: 'And why?' } })
    await made.slack.person(zhang).submit({ Solution: 'Restart it' })
    expect(textsIn(made.slack.modals(zhang))).toContain('And why?')
    made.ear.reply = () => ({ kind: 'show', card: cardWith('Again', { flow: 'resolve' }) })
    await made.slack.person(zhang).submit({ Solution: 'Restart it' })
    expect(made.slack.modals(zhang)).toHaveLength(1)
    expect(textsIn(made.slack.modals(zhang))).toContain('Again')
  })

  it('that takes longer than Slack waits says so, and shows its answer when it is there', async () => {
    const made = await open(way)
    const { slack, ear } = made
    await opened(made)
    const { open: answer, opened: answered } = gate()
    ear.reply = async () => {
      await answered
      return { kind: 'done', saying: 'Proposed at last' }
    }
    const { trouble, delivery } = await slack.person(zhang).submit({ Solution: 'Restart it' })
    expect({ trouble, acked: delivery?.acked }).toEqual({ trouble: undefined, acked: true })
    answer()
    await slack.until(() => textsIn(slack.modals(zhang)).includes('Proposed at last'))
  })

  it('that could not be kept stays open for another try', async () => {
    const made = await open(way, { options: { rules: { ackWithin: 500 } } })
    await opened(made)
    made.ear.before = async () => {
      throw new Error('the database is away')
    }
    const { trouble } = await made.slack.person(zhang).submit({ Solution: 'Restart it' })
    expect(trouble).toBeDefined()
    expect(made.slack.modals(zhang)).toHaveLength(1)
  })
})

describe.each(ways)('other ways in, over %s', (way) => {
  it('a slash command is answered to its person, also where the bot is not', async () => {
    const { slack, ear } = await open(way)
    slack.addChannel({ id: 'C0ELSE', team, members: [zhang] })
    ear.reply = () => ({ kind: 'show', card: cardWith('Claim', { flow: 'claim' }) })
    expect((await slack.person(zhang).command('C0ELSE', '/accord', 'my tickets')).acked).toBe(true)
    const said = await slack.until(() => slack.ephemerals(zhang)[0])
    expect(textsIn(said)).toContain('Claim')
    expect(ear.heard).toMatchObject([{ kind: 'command', text: 'my tickets', acknowledged: true }])
  })

  it('“Report this” on a message and a 🎫 under it are one act, whoever comes first', async () => {
    const { slack, ear } = await open(way)
    const { ts } = await slack.person(max).say(room, 'The printer is dead')
    ear.reply = () => ({ kind: 'done', saying: 'HX-2' })
    await slack.person(zhang).messageShortcut(room, ts, 'report_this')
    const reacted = await slack.person(max).react(room, ts, 'ticket')
    expect(reacted.map(({ acked }) => acked)).toEqual([true])
    const [shortcut, reaction] = ear.heard.slice(1)
    const same = { kind: 'adopt', text: 'The printer is dead', author: { team: 'T0CLIENT', user: max } }
    expect(shortcut).toMatchObject({ ...same, who: { team, user: zhang } })
    expect(reaction).toMatchObject({ ...same, who: { team: 'T0CLIENT', user: max } })
    expect(shortcut?.key).toBe(reaction?.key)
    await slack.until(() => slack.ephemerals(max)[0])
  })

  it('a 🎫 on a message the bot may not read is answered with another way', async () => {
    const { slack, ear } = await open(way)
    const { ts } = await slack.person(max).say(room, 'The printer is dead')
    slack.fault('conversations.replies', { do: 'error', error: 'missing_scope' })
    const [reacted] = await slack.person(zhang).react(room, ts, 'ticket')
    expect(reacted?.acked).toBe(true)
    const said = await slack.until(() => slack.ephemerals(zhang)[0])
    expect(said.text).toContain('Report this')
    expect(ear.heard.map(({ kind }) => kind)).toEqual(['message'])
  })

  it('a 🎫 that comes while Slack asks to wait is heard when Slack sends it again', async () => {
    let ahead = 0
    const clock = () => Date.now() + ahead
    const { slack, ear } = await open(way, { clock, options: { rules: { ackWithin: 1_000 } } })
    const { ts } = await slack.person(max).say(room, 'The printer is dead')
    slack.fault('conversations.replies', { do: 'limit', retryAfter: 30 }, { times: 1 })
    const [reacted] = await slack.person(zhang).react(room, ts, 'ticket')
    expect(reacted?.acked).toBe(false)
    slack.rules.ackWithin = 15_000
    ahead = 30_000
    await slack.retryDue()
    expect(ear.heard.map(({ kind }) => kind)).toEqual(['message', 'adopt'])
  })

  it('Home is drawn when it is opened', async () => {
    const { slack, ear } = await open(way)
    ear.reply = () => ({ kind: 'show', card: cardWith('My tickets', { flow: 'list' }) })
    await slack.person(zhang).openHome()
    const home = await slack.until(() => slack.home(zhang))
    expect(textsIn(home)).toContain('My tickets')
    expect(ear.heard).toMatchObject([{ kind: 'press', press: { flow: 'home' }, who: { team, user: zhang } }])
  })

  it('a press at Home is answered in a modal', async () => {
    const { slack, ear } = await open(way)
    ear.reply = () => ({ kind: 'show', card: cardWith('My tickets', { flow: 'list' }) })
    await slack.person(zhang).openHome()
    await slack.until(() => slack.home(zhang))
    ear.reply = () => ({ kind: 'refuse', saying: 'You have none' })
    await slack.person(zhang).press('home', 'My tickets')
    await slack.until(() => textsIn(slack.modals(zhang)).includes('You have none'))
    ear.reply = (inbound: Inbound) =>
      inbound.kind === 'submit' ? { kind: 'done', saying: 'Proposed' } : { kind: 'ask', form }
    await slack.person(zhang).close()
    await slack.person(zhang).press('home', 'My tickets')
    await slack.until(() => textsIn(slack.modals(zhang)).includes('Propose a solution'))
    await slack.person(zhang).submit({ Solution: 'Restart it' })
    await slack.until(() => textsIn(slack.modals(zhang)).includes('Proposed'))
  })
})

describe.each(ways)('the standing of the app, over %s', (way) => {
  it('follows a channel to its new id before Slack is told', async () => {
    const { slack, moved } = await open(way)
    const [told] = await slack.changeChannelId(room, 'C0NEW')
    expect(told?.acked).toBe(true)
    expect(moved).toEqual([{ team, from: room, to: 'C0NEW' }])
  })

  it('forgets a workspace that removed the app, and says so', async () => {
    const { slack, installations, warned, adapter, ear } = await open(way)
    const told = await slack.uninstall(team)
    expect(told.map(({ acked }) => acked)).toEqual([true, true])
    expect(installations.removed).toEqual([team])
    expect(warned.map(({ message }) => message)).toContainEqual(expect.stringContaining('uninstalled'))
    const place = { platform: 'slack', team, conversation: room, direct: false } as const
    const post = { key: 'k', card: cardWith('x', { flow: 'x' }), language: 'en', zone: 'UTC' } as const
    expect(await adapter.post(place, post)).toMatchObject({ outcome: 'unreachable' })
    const late = await slack.person(max).say(room, 'still there?')
    expect(late.deliveries.map(({ acked }) => acked)).not.toContain(false)
    expect(ear.heard).toEqual([])
  })
})
