import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Reaction } from '../../../adapters/slack/inbound/heard.ts'
import { adopted } from '../../../adapters/slack/inbound/reaction.ts'
import { installedTeam } from '../../../adapters/slack/inbound/teams.ts'
import { heard } from '../../../adapters/slack/inbound.ts'
import { recordedContext as context, payloadNamed, payloadNames } from './inbound-payloads.ts'

/** JSON as the formatter writes it: a list of one name stays on its line. */
const written = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(/\[\n\s+("[^"\n]*")\n\s+\]/g, '[$1]')}\n`

const inboundOf = (name: string) => {
  const result = heard(payloadNamed(name), context)
  return result.kind === 'inbound' ? result.inbound : expect.fail(`${name}: ${JSON.stringify(result)}`)
}

describe('what Slack sends', () => {
  it.each(payloadNames)('is heard right: %s', async (name) => {
    await expect(written(heard(payloadNamed(name), context))).toMatchFileSnapshot(`./heard/${name}.json`)
  })

  it('is recorded for everything that is expected, and nothing else', () => {
    expect(readdirSync(join(import.meta.dirname, 'heard')).sort()).toEqual(
      payloadNames.map((name) => `${name}.json`).sort(),
    )
  })

  it('says one thing in a message and the mention in it, but for the id of the event', () => {
    const { key: one, ...message } = inboundOf('message-channel')
    const { key: other, ...mention } = inboundOf('app-mention')
    expect(mention).toEqual(message)
    expect(other).not.toBe(one)
  })

  it.each(payloadNames)('belongs to the workspace that installed the bot: %s', (name) => {
    expect(installedTeam(payloadNamed(name))).toBe(name.endsWith('-grid') ? 'T0GRID001' : 'T0BRIDGE1')
  })

  it('T44 that a bot said, edited, took away or is pointed at to itself stays unheard', () => {
    const own = [
      'message-own',
      'message-bot',
      'message-edited-by-bot',
      'message-deleted-own',
      'reaction-on-own',
      'shortcut-report-this-own',
    ]
    for (const name of own) expect(heard(payloadNamed(name), context).kind, name).toBe('ignored')
  })

  it('T44 as the bot’s own user is ignored without any sign of a bot', () => {
    const said = payloadNamed('message-direct')
    Object.assign(said.event as object, { user: context.botUser })
    expect(heard(said, context)).toEqual({ kind: 'ignored', why: 'said by a bot' })
  })

  it('is an edit only by the author', () => {
    const edited = payloadNamed('message-edited')
    const { message } = edited.event as { message: { edited: { user: string } } }
    message.edited.user = 'U0LIWEI01'
    expect(heard(edited, context)).toEqual({ kind: 'ignored', why: 'edited by another person' })
  })

  it('T43 tells two edits within a second apart, and needs no word of what was there before', () => {
    const keys = ['1764061299.000300', '1764061299.000301'].map((event_ts) => {
      const edited = payloadNamed('message-edited')
      Object.assign(edited.event as object, { event_ts, previous_message: undefined })
      const result = heard(edited, context)
      return result.kind === 'inbound' ? result.inbound.key : expect.fail(result.kind)
    })
    expect(new Set(keys).size).toBe(2)
  })

  it('is a ticket’s reaction once the message was looked up', () => {
    const reaction = heard(payloadNamed('reaction-ticket'), context) as Reaction
    const message = {
      type: 'message',
      user: 'U0ANNA001',
      team: 'T0BRIDGE1',
      text: 'the <#C0HUAXIN1|huaxin> printer &amp; scanner',
      ts: '1764061200.000100',
      thread_ts: '1764061100.000100',
    }
    const result = adopted(reaction, message, context)
    expect(result).toMatchObject({
      kind: 'inbound',
      inbound: {
        kind: 'adopt',
        key: 'adopt/C0HUAXIN1/1764061200.000100',
        text: 'the #huaxin printer & scanner',
        who: { user: 'U0LIWEI01' },
        author: { team: 'T0BRIDGE1', user: 'U0ANNA001' },
        place: { conversation: 'C0HUAXIN1', thread: '1764061100.000100' },
        message: { message: '1764061200.000100', thread: '1764061100.000100' },
        acknowledged: true,
      },
      assumed: ['U0LIWEI01'],
    })
    expect(adopted(reaction, { ...message, user: context.botUser }, context).kind).toBe('ignored')
    expect(adopted(reaction, undefined, context).kind).toBe('ignored')
  })

  it('names an act the same however often it comes, and two acts differently', () => {
    const keys = payloadNames.map((name) => {
      const twice = [payloadNamed(name), payloadNamed(name)].map((body) => heard(body, context))
      expect(twice[0]).toEqual(twice[1])
      return twice[0]?.kind === 'inbound' ? twice[0].inbound.key : ''
    })
    const events = keys.filter((key) => key.startsWith('Ev'))
    expect(new Set(events).size).toBe(events.length)
    const pressed = payloadNamed('action-message')
    const [action] = pressed.actions as [{ action_ts: string }]
    action.action_ts = '1764062003.000001'
    expect(heard(pressed, context)).not.toEqual(heard(payloadNamed('action-message'), context))
  })
})
