import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heard } from '../../../adapters/slack/inbound.ts'
import { recordedContext as context, payloadNamed, payloadNames } from './inbound-payloads.ts'

const kinds = new Set([
  'inbound',
  'reaction',
  'home',
  'joined',
  'moved',
  'removed',
  'user_changed',
  'rate_limited',
  'ignored',
])

type Branch = Record<string, unknown>

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

/** Every place in a payload, the outermost first. */
const placesIn = (root: Branch): readonly (readonly [Branch, string])[] =>
  Object.keys(root).flatMap((key) => {
    const value = root[key]
    return [[root, key] as const, ...(isBranch(value) ? placesIn(value) : [])]
  })

const nested = (depth: number): unknown => {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { elements: value, value }
  return value
}

const polluting: unknown = JSON.parse(
  '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
)

const garbage = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    null,
    [],
    {},
    [null],
    [{}],
    { id: null },
    -1,
    Number.MAX_VALUE,
    true,
    '',
    '\0',
    '\ud800',
    'x'.repeat(5000),
    '__proto__',
    '9999999999999999.9',
    polluting,
  ),
)

const isKnown = (body: unknown): void => {
  expect(kinds).toContain(heard(body, context).kind)
}

/** Whatever comes of it can be written down, and says who acted in ids of Slack's. */
const isSound = (body: unknown): void => {
  const result = heard(body, context)
  expect(kinds).toContain(result.kind)
  const kept = JSON.parse(JSON.stringify(result))
  expect(kept).toEqual(result)
  if (result.kind !== 'inbound') return
  const { who, place, key, at } = result.inbound
  for (const id of [who.team, who.user, place.team, place.conversation])
    expect(id).toMatch(/^[A-Za-z0-9_-]{1,200}$/)
  expect(key.length).toBeLessThan(700)
  expect(new Date(at).toISOString()).toMatch(/^\d{4}-/)
}

describe('a payload that is not as Slack sends them', () => {
  it('T40 is ignored or heard without what is wrong, never a fault', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...payloadNames),
        fc.array(fc.tuple(fc.nat(), fc.option(garbage, { nil: undefined })), { minLength: 1, maxLength: 4 }),
        (name, changes) => {
          const body = payloadNamed(name)
          for (const [at, value] of changes) {
            const places = placesIn(body)
            const [branch, key] = places[at % places.length] ?? [body, 'type']
            if (value === undefined) delete branch[key]
            else branch[key] = structuredClone(value)
          }
          isSound(body)
        },
      ),
      { numRuns: 1000 },
    )
    expect(({} as Branch).polluted).toBeUndefined()
  })

  it('T40 is anything at all', () => {
    fc.assert(fc.property(fc.anything({ maxDepth: 4 }), isKnown))
    for (const type of ['event_callback', 'app_rate_limited', 'block_actions', 'view_submission', 'shortcut'])
      fc.assert(
        fc.property(fc.dictionary(fc.string(), garbage), (rest) => isKnown({ ...rest, type })),
        { numRuns: 50 },
      )
  })

  it.each(payloadNames)('T40 is nested without end at every place: %s', (name) => {
    const deep = nested(10_000)
    const total = placesIn(payloadNamed(name)).length
    for (let at = 0; at < total; at += 1) {
      const body = payloadNamed(name)
      const [branch, key] = placesIn(body)[at] ?? [body, 'type']
      branch[key] = deep
      isKnown(body)
    }
  })

  it('T40 loses an odd file or block, not the words beside it', () => {
    const body = payloadNamed('file-share')
    const event = body.event as { files: unknown[]; blocks: unknown }
    event.files = [null, 7, { id: 5 }, { id: 'F1', name: {}, size: 'big' }, ...event.files.slice(0, 1)]
    event.blocks = [null]
    const result = heard(body, context)
    expect(result).toMatchObject({ kind: 'inbound', inbound: { text: 'this is what it says' } })
    expect(result.kind === 'inbound' && result.files.map(({ id }) => id)).toEqual(['F1', 'F0SCREEN1'])
  })

  it('T47 never changes who acts or where, whatever a button or a form carries', () => {
    const claims = { who: 'U0BOSS001', user: { id: 'U0BOSS001' }, team: 'T0OTHER01', role: 'administrator' }
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.constant(JSON.stringify(claims))), (carried) => {
        const press = payloadNamed('action-message')
        const [action] = press.actions as [Branch]
        action.value = carried
        const form = payloadNamed('view-submission')
        const view = form.view as Branch
        view.private_metadata = carried
        view.state = { values: { who: { who: { type: 'plain_text_input', value: carried } } } }
        for (const [body, user] of [
          [press, 'U0LIWEI01'],
          [form, 'U0ANNA001'],
        ] as const) {
          const result = heard(body, context)
          if (result.kind === 'inbound') expect(result.inbound.who.user).toBe(user)
        }
      }),
    )
  })
})
