import { describe, expect, it } from 'vitest'
import { createInFlight } from '../../../adapters/shared/in-flight.ts'
import { createApart } from '../../../adapters/teams/answer/apart.ts'
import type { AskedBy } from '../../../adapters/teams/answer/asked.ts'
import { createDialogAnswer } from '../../../adapters/teams/answer/dialog-answer.ts'
import { createExecuteAnswer } from '../../../adapters/teams/answer/execute-answer.ts'
import type { TeamsMessage } from '../../../adapters/teams/render/adaptive-card.ts'
import { card } from '../../../src/chat/card.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
import { texts } from '../../../src/text/texts.ts'
import { unseen } from '../shared/shown-texts.ts'

const en = texts('en')
const channel: Place = { platform: 'teams', team: 'host', conversation: '19:a@thread.tacv2', direct: false }
const alone: Place = { platform: 'teams', team: 'host', conversation: 'a:1', direct: true, flat: true }
const form = { flow: 'note', title: 'Note', fields: [], submit: 'Send' }
const shown: Reply = { kind: 'show', card: card({ title: 'Yours', summary: 'Your tickets' }) }
const never = new Promise<boolean>(() => {})

/** Whatever answers acts, and what it wrote. `own`: a person's conversation in their tenant, where one is known. */
const stage = ({
  own,
  wrote = async () => true,
}: {
  readonly own?: string
  readonly wrote?: () => Promise<boolean>
} = {}) => {
  const posted: { readonly place: Place; readonly message: TeamsMessage }[] = []
  const drawn: string[] = []
  const faults: string[] = []
  const apart = createApart({
    direct: async ({ team, user }: Account) => ({
      ...alone,
      team,
      conversation: team === 'home' && own !== undefined ? own : user,
    }),
    post: (place, message) => {
      posted.push({ place, message })
      return wrote()
    },
    onFault: (message) => faults.push(message),
  })
  const execute = createExecuteAnswer({
    cardBeneath: async () => undefined,
    apart,
    redraw: ({ message }) => {
      drawn.push(message)
      return wrote()
    },
    inFlight: createInFlight(),
  })
  return { posted, drawn, faults, apart, execute, dialog: createDialogAnswer({ apart }) }
}

const inbound = (place: Place) => ({
  ...{ kind: 'press', key: 'act/1', place, at: 0, press: { flow: 'note' } },
  who: { platform: 'teams', team: 'home', user: 'emma' },
})
const executed = (place: Place, frame: 'card' | 'over' | 'own'): AskedBy<'execute'> =>
  ({
    inbound: inbound(place),
    way: { kind: 'execute', message: '7', frame, windows: false },
  }) as AskedBy<'execute'>
const inDialog = (place: Place): AskedBy<'dialog'> =>
  ({ inbound: inbound(place), way: { kind: 'dialog', of: 'task' } }) as AskedBy<'dialog'>

describe('an act whose answer has to be written first', () => {
  it('R5 is answered while Teams does not take the message, in words that say where it comes', async () => {
    const { execute } = stage({ wrote: () => never })
    expect((await execute.now(executed(channel, 'card'), shown)).body).toMatchObject({
      value: en.teams.workingApart,
    })
    expect((await execute.now(executed(alone, 'card'), shown)).body).toMatchObject({
      value: en.replies.working,
    })
  })

  it('R5 is answered while Teams does not draw its form anew, with what came of it', async () => {
    const { execute, drawn } = stage({ wrote: () => never })
    const { body } = await execute.now(executed(alone, 'own'), { kind: 'done', saying: 'Noted.' })
    expect(JSON.stringify(body)).toContain('Noted.')
    expect(drawn).toEqual(['7'])
  })

  it('is shown at the card where nothing can be written', async () => {
    const { execute, faults } = stage({ wrote: async () => false })
    const { body } = await execute.now(executed(channel, 'card'), shown)
    expect(JSON.stringify(body)).toContain('"AdaptiveCard"')
    expect(faults).toEqual(['an answer reached nobody'])
  })
})

describe('what comes of a form in a message of its own', () => {
  const done: Reply = { kind: 'done', saying: 'Noted.' }
  const no: Reply = { kind: 'refuse', saying: 'Not now.' }

  it('T47 is drawn there only where one person reads it, whatever the button says', async () => {
    const { execute, drawn, posted } = stage()
    await execute.now(executed(channel, 'own'), done)
    await execute.late(executed(channel, 'own'), done)
    expect(drawn).toEqual([])
    expect(posted).toHaveLength(1)
    await execute.now(executed(alone, 'own'), done)
    await execute.late(executed(alone, 'own'), done)
    expect(drawn).toEqual(['7', '7'])
  })

  it('leaves what was typed where it stands when the answer is no, and comes late', async () => {
    const { execute, drawn, posted } = stage()
    await execute.late(executed(alone, 'own'), no)
    expect(drawn).toEqual([])
    expect(posted.map(({ message }) => message.summary)).toEqual(['Not now.'])
  })
})

describe('an answer apart', () => {
  it('T50 goes to the person’s own chat in their tenant, else to the one of the tenant they acted in', async () => {
    const known = stage({ own: 'a:emma' })
    await known.apart(executed(channel, 'card'), shown)
    const unknown = stage()
    await unknown.apart(executed(channel, 'card'), shown)
    expect([known, unknown].map(({ posted }) => posted[0]?.place)).toMatchObject([
      { team: 'home', conversation: 'a:emma', direct: true },
      { team: 'host', conversation: 'emma', direct: true },
    ])
  })
})

describe('words that Teams shows in a frame of its own', () => {
  const hostile = `a\u202Egnp.exe\u2066b\u2069 c\u200B\uFEFFd \0\n${'x'.repeat(5_000)}`
  const said: readonly Reply[] = [
    { kind: 'done', saying: hostile },
    { kind: 'refuse', saying: hostile },
    { kind: 'amend', problems: [{ field: 'text', message: hostile }] },
  ]
  const titled: readonly Reply[] = [
    { kind: 'ask', form: { ...form, title: hostile } },
    { kind: 'show', card: card({ title: hostile, summary: hostile }) },
  ]
  const clean = (text: unknown, most: number): void => {
    expect(text).toEqual(expect.stringContaining('gnp.exe'))
    expect(unseen.test(String(text))).toBe(false)
    expect(String(text).length).toBeLessThanOrEqual(most)
  }

  it.each(said)('T41 T57 T58 are cleaned and short beside a card and in a dialog: $kind', async (reply) => {
    const { execute, dialog } = stage()
    const toast = await execute.now(executed(channel, 'card'), reply)
    const ended = await dialog.now(inDialog(channel), reply)
    clean((toast.body as { value: string }).value, 1_000)
    clean((ended.body as { task: { value: string } }).task.value, 1_000)
  })

  it.each(titled)('T41 T57 T58 are cleaned and short in a title and a notification: $kind', async (reply) => {
    const { dialog, apart, posted } = stage()
    const opened = await dialog.now(inDialog(channel), reply)
    const { title } = (opened.body as { task: { value: { title: string } } }).task.value
    clean(title, 150)
    expect(title).not.toContain('\n')
    await apart(executed(channel, 'card'), reply)
    clean(posted[0]?.message.summary, 500)
  })
})
