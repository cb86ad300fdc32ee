import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heard } from '../../../adapters/teams/inbound.ts'
import { recordedContext as context, payloadNamed, payloadNames } from './inbound-payloads.ts'

const kinds = new Set(['inbound', 'back', 'installed', 'removed', 'unknown_invoke', 'ignored'])

type Branch = Record<string, unknown>

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

/** Every place in an activity, the outermost first. */
const placesIn = (root: Branch): readonly (readonly [Branch, string])[] =>
  Object.keys(root).flatMap((key) => {
    const value = root[key]
    return [[root, key] as const, ...(isBranch(value) ? placesIn(value) : [])]
  })

const nested = (depth: number): unknown => {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { content: value, value }
  return value
}

const polluting: unknown = JSON.parse(
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"accord":{"__proto__":{"back":true}}}',
)

const garbage = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    [null],
    [{}],
    { id: null },
    { id: '28:x' },
    -1,
    Number.MAX_VALUE,
    true,
    '',
    '\0',
    '\ud800',
    'x'.repeat(5000),
    '__proto__',
    ';messageid=',
    ';messageid=1;messageid=2',
    '+275760-09-13T00:00:00Z',
    '9999-99-99T99:99:99Z',
    polluting,
  ),
)

const isKnown = (activity: unknown): void => {
  expect(kinds).toContain(heard(activity, context).kind)
}

/** Whatever comes of it can be written down, says who acted in ids of Teams', and is never more private than Teams says. */
const isSound = (activity: unknown): void => {
  const result = heard(activity, context)
  expect(kinds).toContain(result.kind)
  expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  if (result.kind !== 'inbound') return
  const { who, place, key, at } = result.inbound
  for (const id of [who.team, who.user, place.team, place.conversation])
    expect(id).toMatch(/^[\x21-\x7e]{1,300}$/)
  expect(who.user).not.toMatch(/^28:/)
  expect(place.conversation).not.toContain(';messageid=')
  expect(key.length).toBeLessThan(700)
  expect(new Date(at).toISOString()).toMatch(/^\d{4}-/)
}

describe('an activity that is not as Teams sends them', () => {
  it('T40 is ignored or heard without what is wrong, never a fault', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...payloadNames),
        fc.array(fc.tuple(fc.nat(), fc.option(garbage, { nil: undefined })), { minLength: 1, maxLength: 4 }),
        (name, changes) => {
          const activity = payloadNamed(name)
          for (const [at, value] of changes) {
            const places = placesIn(activity)
            const [branch, key] = places[at % places.length] ?? [activity, 'type']
            if (value === undefined) delete branch[key]
            else branch[key] = structuredClone(value)
          }
          isSound(activity)
        },
      ),
      { numRuns: 1000 },
    )
    expect(({} as Branch).polluted).toBeUndefined()
  })

  it('T40 is anything at all', () => {
    fc.assert(fc.property(fc.anything({ maxDepth: 4 }), isKnown))
    for (const type of [
      'message',
      'messageUpdate',
      'messageDelete',
      'invoke',
      'installationUpdate',
      'conversationUpdate',
    ])
      fc.assert(
        fc.property(fc.dictionary(fc.string(), garbage), (rest) =>
          isKnown({ ...payloadNamed('execute-personal'), ...rest, type, channelId: 'msteams' }),
        ),
        { numRuns: 50 },
      )
  })

  it.each(payloadNames)('T40 is nested without end at every place: %s', (name) => {
    const deep = nested(10_000)
    const total = placesIn(payloadNamed(name)).length
    for (let at = 0; at < total; at += 1) {
      const activity = payloadNamed(name)
      const [branch, key] = placesIn(activity)[at] ?? [activity, 'type']
      branch[key] = deep
      isKnown(activity)
    }
  })

  it('T40 loses an odd entity or attachment, not the words beside it', () => {
    const activity = payloadNamed('message-files')
    const odd = [
      null,
      7,
      'x',
      [],
      { type: 'mention' },
      { type: 'mention', mentioned: null },
      { contentType: {} },
    ]
    activity.entities = [...odd, ...(activity.entities as unknown[])]
    activity.attachments = [...odd, ...(activity.attachments as unknown[])]
    expect(heard(activity, context)).toMatchObject({
      kind: 'inbound',
      inbound: {
        text: 'this is what it says',
        locale: { zone: 'Europe/Berlin' },
        files: [{ name: 'log.txt' }, { name: 'image.png' }, { name: 'image-2' }],
      },
    })
    for (const entities of [null, 'x', {}, [null]])
      expect(heard({ ...activity, entities }, context)).toMatchObject({
        inbound: { locale: { language: 'en' } },
      })
  })

  it('T40 is not heard when who did it is not clear', () => {
    for (const from of [null, {}, { id: '' }, { id: 7 }, { id: '29:1', aadObjectId: {} }, { id: 'a b' }]) {
      expect(heard({ ...payloadNamed('message-personal'), from }, context).kind).toBe('ignored')
      expect(heard({ ...payloadNamed('execute-personal'), from }, context).kind).toBe('unknown_invoke')
    }
  })

  it('T47 never changes who acts or where, whatever a button or a form carries', () => {
    const claims = {
      who: 'boss',
      from: { id: '29:boss' },
      team: 'T2',
      conversation: 'a:2',
      role: 'administrator',
    }
    const carried = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom<unknown>(claims, polluting, { accord: claims }, { ...claims, accord: { back: true } }),
      fc.record({
        accord: fc.record({ press: fc.constant({ flow: 'resolve', item: 'HX-9' }), thread: fc.string() }),
        who: fc.string(),
      }),
    )
    const put: readonly (readonly [string, (data: unknown) => unknown])[] = [
      ['execute-personal', (data) => ({ action: { data }, trigger: 'manual' })],
      ['submit-form', (data) => data],
      ['task-submit', (data) => ({ data })],
      ['adopt-form', (data) => ({ data })],
    ]
    fc.assert(
      fc.property(carried, fc.constantFrom(...put), (data, [name, valueFrom]) => {
        const { from, conversation, ...rest } = payloadNamed(name)
        const result = heard({ ...rest, from, conversation, value: valueFrom(data) }, context)
        const acted = result.kind === 'inbound' ? result.inbound : result
        if (!('who' in acted)) return
        const stated = conversation as { id: string; tenantId: string }
        expect(acted.who).toEqual({
          platform: 'teams',
          team: stated.tenantId,
          user: (from as { aadObjectId: string }).aadObjectId,
        })
        expect(acted.place.conversation).toBe(stated.id.split(';')[0])
        expect(acted.place.team).toBe(stated.tenantId)
      }),
    )
  })

  it('T47 is no button of ours with a word more than we wrote into it', () => {
    for (const accord of [
      { press: { flow: 'resolve', role: 'administrator' } },
      { press: { flow: 'resolve' }, who: 'boss' },
      { press: { flow: 'Resolve!' } },
      { press: { flow: 'resolve', seen: -1 } },
      { frame: 'card', press: { flow: 'resolve' } },
      { frame: 'over' },
      'back',
      null,
    ]) {
      const value = { action: { data: { accord } }, trigger: 'manual' }
      expect(
        heard({ ...payloadNamed('execute-personal'), value }, context).kind,
        JSON.stringify(accord),
      ).toBe('unknown_invoke')
    }
  })
})
