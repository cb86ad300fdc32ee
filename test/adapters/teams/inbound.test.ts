import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { heard } from '../../../adapters/teams/inbound.ts'
import { recordedContext as context, payloadNamed, payloadNames } from './inbound-payloads.ts'

/** JSON as the formatter writes it: a list of one name stays on its line. */
const written = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(/\[\n\s+("[^"\n]*")\n\s+\]/g, '[$1]')}\n`

const hear = (name: string, changed: Record<string, unknown> = {}) =>
  heard({ ...payloadNamed(name), ...changed }, context)

const inboundOf = (name: string, changed?: Record<string, unknown>) => {
  const result = hear(name, changed)
  return result.kind === 'inbound' ? result.inbound : expect.fail(`${name}: ${JSON.stringify(result)}`)
}

describe('what Teams sends', () => {
  it.each(payloadNames)('is heard right: %s', async (name) => {
    await expect(written(hear(name))).toMatchFileSnapshot(`./heard/${name}.json`)
  })

  it('is recorded for everything that is expected, and nothing else', () => {
    expect(readdirSync(join(import.meta.dirname, 'heard')).sort()).toEqual(
      payloadNames.map((name) => `${name}.json`).sort(),
    )
  })

  it('T44 that a bot said, edited, took away, pressed or is pointed at to itself stays unheard', () => {
    const own = ['message-own', 'message-other-bot', 'edit-by-bot', 'delete-by-bot']
    for (const name of own) expect(hear(name).kind, name).toBe('ignored')
    for (const name of ['invoke-by-bot', 'adopt-of-the-bot'])
      expect(hear(name).kind, name).toBe('unknown_invoke')
  })

  it('T44 as the bot itself is ignored without any sign of a bot', () => {
    const us = { id: 'test-bot', name: 'Accord' }
    expect(hear('message-personal', { from: us, recipient: us })).toMatchObject({
      kind: 'ignored',
      why: 'said by a bot',
    })
    expect(hear('message-personal', { from: { id: '29:1', role: 'bot' } }).kind).toBe('ignored')
  })

  it('is heard of Teams only: nothing else proves who somebody is in a tenant', () => {
    for (const channelId of ['emulator', 'webchat', 'directline', 'Msteams', '', null, 7]) {
      expect(hear('message-personal', { channelId })).toEqual({
        kind: 'ignored',
        why: 'an activity of another channel than Teams',
      })
      expect(hear('execute-personal', { channelId }).kind).toBe('unknown_invoke')
    }
  })

  it('is of no use without a tenant, and ignored when it is for another bot', () => {
    const nowhere = { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} }
    expect(hear('message-personal', nowhere).kind).toBe('ignored')
    expect(hear('execute-personal', nowhere).kind).toBe('unknown_invoke')
    expect(hear('message-for-another-bot')).toEqual({
      kind: 'ignored',
      why: 'an activity of no tenant, or for another bot',
    })
  })

  it('is alone with the bot only where Teams says so', () => {
    const directOf = (id: string, conversationType?: string) => {
      const conversation = { id, tenantId: 'T1', ...(conversationType ? { conversationType } : {}) }
      const { place } = inboundOf('message-personal', {
        conversation,
        text: '<at>Accord</at> x',
        entities: [bot],
      })
      return [place.direct, place.flat === true]
    }
    const bot = { type: 'mention', text: '<at>Accord</at>', mentioned: { id: `28:${context.appId}` } }
    expect(directOf('a:1', 'personal')).toEqual([true, true])
    expect(directOf('a:1')).toEqual([true, true])
    expect(directOf('0b1e', 'personal')).toEqual([true, true])
    expect(directOf('19:one_two@unq.gbl.spaces', 'personal')).toEqual([false, true])
    expect(directOf('19:x@thread.v2')).toEqual([false, true])
    expect(directOf('0b1e', 'groupChat')).toEqual([false, true])
    expect(directOf('0b1e', 'something new')).toEqual([false, true])
    expect(directOf('0b1e')).toEqual([false, true])
    expect(directOf('19:x@thread.tacv2;messageid=1')).toEqual([false, false])
    expect(directOf('19:x@thread.tacv2', 'channel')).toEqual([false, false])
  })

  it('knows a person by the directory, a stranger to it by their id, and a guest by their own tenant', () => {
    expect(inboundOf('message-personal').who).toEqual({
      platform: 'teams',
      team: 'c9f9aafd-64ac-4f38-8e05-12feba3fb090',
      user: '7faf8ab2-3d56-4244-b585-20c8a42ed2b8',
    })
    expect(inboundOf('message-personal-federated').who.user).toBe('29:1fedXJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB')
    const shared = inboundOf('message-shared-channel')
    expect(shared.who.team).toBe('72f988bf-86f1-41af-91ab-2d7cd011db47')
    expect(shared.place).toMatchObject({
      team: 'c9f9aafd-64ac-4f38-8e05-12feba3fb090',
      conversation: '19:efa9296d959346209fea44151c742e73@thread.tacv2',
    })
  })

  it('is introduced once where the app came, however often Teams says so', () => {
    for (const scope of ['personal', 'team']) {
      const [one, other] = [hear(`installed-${scope}`), hear(`installed-${scope}-member`)]
      const { kind, key, who, place } = one as Extract<typeof one, { kind: 'installed' }>
      expect(other).toMatchObject({ kind, key, who, place })
    }
    expect(hear('installed-personal-by-nobody')).toMatchObject({
      who: { user: '7faf8ab2-3d56-4244-b585-20c8a42ed2b8' },
    })
    const team = { ...payloadNamed('installed-team'), from: { id: `28:${context.appId}` } }
    expect(heard(team, context)).toMatchObject({ kind: 'ignored', why: 'installed by nobody knows whom' })
  })

  it('tells the way back to a conversation, but not of one that was left, nor a personal one from a message action', () => {
    const personal = { type: 'personal', conversationType: 'personal', id: 'a:1somebody' }
    for (const name of ['adopt-channel-root', 'adopt-form']) {
      expect(hear(name), name).toHaveProperty('from')
      const conversation = { ...(payloadNamed(name).conversation as object), ...personal }
      expect(hear(name, { conversation }), name).not.toHaveProperty('from')
    }
    for (const name of ['removed-personal', 'removed-team'])
      expect(hear(name), name).not.toHaveProperty('from')
    for (const serviceUrl of [
      undefined,
      '',
      'smba',
      'ftp://smba.example',
      'javascript:1',
      `https://x/${'y'.repeat(1000)}`,
    ])
      expect(hear('message-personal', { serviceUrl })).not.toHaveProperty('from')
    expect(hear('message-group').from).toEqual({
      team: 'c9f9aafd-64ac-4f38-8e05-12feba3fb090',
      conversation: '19:d77be72390a1416e9644261e9064fa00@thread.v2',
      kind: 'group',
      serviceUrl: 'https://smba.trafficmanager.net/emea/c9f9aafd-64ac-4f38-8e05-12feba3fb090/',
      seenAt: context.now,
    })
  })

  it('is no report when the message that is pointed at was taken away', () => {
    const { value } = payloadNamed('adopt-alarm') as { value: { messagePayload: object } }
    const messagePayload = { ...value.messagePayload, deleted: true }
    expect(hear('adopt-alarm', { value: { ...value, messagePayload } })).toMatchObject({
      kind: 'unknown_invoke',
      why: 'a message that was taken away',
    })
  })

  it('T43 tells two edits within a second apart', () => {
    const keys = ['2026-11-25T09:33:12.1234567Z', '2026-11-25T09:33:12.1234568Z'].map(
      (timestamp) => inboundOf('edit', { timestamp }).key,
    )
    expect(new Set(keys).size).toBe(2)
    const other = { eventType: 'somethingElse', tenant: { id: 'T1' } }
    expect(hear('edit', { channelData: other }).kind).toBe('ignored')
    expect(hear('delete', { channelData: other }).kind).toBe('ignored')
    expect(hear('edit', { channelData: { tenant: { id: 'T1' } } }).kind).toBe('inbound')
  })

  it('says when it happened, and when it came if it does not say', () => {
    expect(inboundOf('message-personal').at).toBe(Date.UTC(2026, 10, 25, 9, 30, 1, 495))
    for (const timestamp of [undefined, 'yesterday', '2026', '+275760-09-13T00:00:00Z', 5])
      expect(inboundOf('message-personal', { timestamp }).at).toBe(context.now)
  })

  it('waits for its answer, but for a message, whose person was told that it arrived', () => {
    for (const name of [
      'execute-channel',
      'execute-form',
      'task-fetch',
      'task-submit',
      'adopt-form',
      'adopt-alarm',
    ])
      expect(inboundOf(name), name).not.toHaveProperty('acknowledged')
    for (const name of ['submit-press', 'submit-form'])
      expect(inboundOf(name), name).toHaveProperty('acknowledged', true)
  })

  it('names an act the same however often it comes, and two acts differently', () => {
    const keys = payloadNames.flatMap((name) => {
      const twice = [hear(name), hear(name)]
      expect(twice[0]).toEqual(twice[1])
      return twice[0]?.kind === 'inbound' ? [twice[0].inbound.key] : []
    })
    expect(new Set(keys).size).toBe(keys.length)
  })
})
