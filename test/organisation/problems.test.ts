import { describe, expect, it } from 'vitest'
import { closest } from '../../src/organisation/closest.ts'
import { fileText as textOf } from '../../src/organisation/file-text.ts'
import { fileText, minimal, problemsOf, warningsOf } from './support.ts'

describe('a broken organisation file', () => {
  it('T76 has all its problems told at once, each with its line, the way to it, the reason and the fix', () => {
    const told = fileText('test/organisation/broken.problems.txt').trimEnd().split('\n')
    expect(problemsOf(fileText('test/organisation/broken.yaml'))).toEqual(told)
    expect(told.length).toBeGreaterThan(50)
  })

  it('T76 has every mistake told at the line it stands in', () => {
    const mistakes = ['zone: Europe/London', 'roles: engineer', 'members: ann', 'valid: 2026', 'hours: {']
    for (const mistake of mistakes) {
      const text = minimal().replace(mistake, `${mistake.slice(0, mistake.indexOf(':'))}: { wrong: }; #`)
      const line = minimal().slice(0, minimal().indexOf(mistake)).split('\n').length
      expect(problemsOf(text)[0]).toMatch(new RegExp(`^line ${line}:`))
    }
  })

  it.each([
    [
      '',
      'line 1: the file (nothing) is not a set of fields; write its fields below it, one `name: value` a line',
    ],
    [
      '# nothing yet\n',
      'line 1: the file (nothing) is not a set of fields; write its fields below it, one `name: value` a line',
    ],
    [
      '- a\n- b\n',
      'line 1: the file (a list) is not a set of fields; write its fields below it, one `name: value` a line',
    ],
    [
      'suppliers:\n  ops: {\n',
      'line 3: this is neither YAML nor JSON: Flow map in block collection must be sufficiently indented and end with a }; ' +
        'correct the text here; nothing else of the file was checked',
    ],
    [
      '{ "suppliers": *ops }',
      'line 1: this is neither YAML nor JSON: Unresolved alias (the anchor must be set before the alias): ops; ' +
        'correct the text here; nothing else of the file was checked',
    ],
  ])('T76 is told what is missing when it is %j', (text, problem) => {
    expect(problemsOf(text)).toContain(problem)
  })

  it('is told which parts it cannot do without', () => {
    expect(problemsOf('calendars: {}')).toEqual([
      'line 1: suppliers is missing; say who gives the service',
      'line 1: customers is missing; say who receives it',
      'line 1: people is missing; say who works for whom',
    ])
  })

  it('names the supplier of each customer and roster once there are two', () => {
    const text = minimal().replace('customers:', '  two: { name: Two, language: en, zone: UTC }\ncustomers:')
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('suppliers → two: nobody here is a person in charge'),
      expect.stringContaining('customers → shop: supplier is missing'),
      expect.stringContaining('duty → desk: supplier is missing'),
      expect.stringContaining('duty → third: supplier is missing'),
    ])
  })

  it('lets nobody stand in for somebody whom nobody asks', () => {
    const standIn = (away: string) =>
      minimal().replace(
        'desk: { members: ann }',
        `desk: { members: ann, standIns: [{ from: 2026-10-01T09:00, to: 2026-10-02T09:00, person: joe, for: ${away} }] }`,
      )
    expect(problemsOf(standIn('ann'))).toEqual([])
    const third = standIn('ann').replace('members: ann,', 'members: joe,')
    expect(problemsOf(third)).toEqual([
      expect.stringContaining('duty → desk: a stand-in is for ann, whom nobody asks here'),
    ])
  })

  it('X2 lets no agreement name a person in charge whom nobody is', () => {
    expect(problemsOf(minimal('closure: { personInCharge: administrator }'))).toEqual([
      'line 3: suppliers → ops: nobody here is a person in charge (administrator), so nothing could be closed; ' +
        'give one of its people such a role',
    ])
  })

  it('keeps ids apart from what every object has', () => {
    expect(problemsOf(minimal().replaceAll('zoe', 'constructor'))).toEqual([
      expect.stringContaining('the id `constructor` will not do'),
    ])
    expect(problemsOf(minimal().replace('  shop:', '  __proto__:'))).toContainEqual(
      expect.stringContaining('the id `__proto__` will not do'),
    )
  })
})

describe('a suggestion', () => {
  const words = ['engineer', 'team_lead', 'service_director', 'P1']

  it('sees through a slip of the finger, of case and of hyphens', () => {
    expect(closest('enginer', words)).toBe('engineer')
    expect(closest('engnieer', words)).toBe('engineer')
    expect(closest('Team Lead', words)).toBe('team_lead')
    expect(closest('service-director', words)).toBe('service_director')
    expect(closest('p1', words)).toBe('P1')
  })

  it('is silent rather than wrong', () => {
    expect(closest('P2', words)).toBeUndefined()
    expect(closest('boss', words)).toBeUndefined()
    expect(closest('', words)).toBeUndefined()
  })
})

describe('what no organisation can mean', () => {
  const withTargets = (target: string) => minimal(`targets: { P1: { ${target} } }\n`)

  it.each([
    [
      'updateEvery: 1s',
      'updateEvery `1s` comes again too soon; give at least `5s`; people would hear nothing else',
    ],
    [
      'answerReminderAfter: 4s',
      'answerReminderAfter `4s` comes again too soon; give at least `5s`; people would hear nothing else',
    ],
    ['updateEvery: 1ms', 'updateEvery `1ms` is not a length of time'],
  ])('is told of %s', (target, told) => {
    expect(problemsOf(withTargets(target)).join()).toContain(told)
  })

  it.each([
    ['closure: { reminders: [1s, 1h, 2h] }', 'reminder `1s` comes again too soon'],
    ['policy: { from: std-v1, askAgainEvery: 2s }', 'askAgainEvery `2s` comes again too soon'],
  ])('is told of %s', (part, told) => {
    expect(problemsOf(minimal(`${part}\n`)).join()).toContain(told)
  })

  it.each(['"A\\0nn"', '"A\\x07nn"', '"Ann\\u202Enna"', '"Ann\\u2066"', '"A\\uD800nn"', '"A\\uFFFDnn"'])(
    'T41 T58 is told of the name %s',
    (name) => {
      expect(problemsOf(minimal().replace('name: Ann', `name: ${name}`)).join()).toMatch(
        /cannot be shown|neither YAML/,
      )
    },
  )

  it.each(['"\\u200B"', '"\\u2060 \\uFEFF"', '"\\u3164"', '"\\u2800"', '"\\u0301"'])(
    'T41 is told of the name %s, which shows nothing',
    (name) => {
      expect(problemsOf(minimal().replace('name: Ann', `name: ${name}`)).join()).toContain('is empty')
    },
  )

  it.each(['ANN', 'Ann', 'ａｎｎ', 'ann ', '"an\\u200Bn"', '"ann\\u2060"', '"a\\u00ADnn"', '"ann\\uFE0F"'])(
    'is told of an account %s beside ann: it is the same one',
    (user) => {
      expect(problemsOf(minimal().replace('user: joe', `user: ${user}`)).join()).toContain(
        'is stated for ann already',
      )
    },
  )

  it('is told of accounts that differ only in Unicode form', () => {
    const text = minimal()
      .replace('user: ann', 'user: "jos\\u00e9"')
      .replace('user: joe', 'user: "jose\\u0301"')
    expect(problemsOf(text).join()).toContain('is stated for ann already')
  })

  it.each([
    ['people', 'ann', 'Ann', /\n {2}ann:.*\n/],
    ['duty', 'desk', 'DESK', /\n {2}desk:.*\n/],
    ['customers', 'shop', 'Shop', /\n {2}shop:.*\n/],
    ['suppliers', 'ops', 'Ops', /\n {2}ops:.*\n/],
  ])('is told of ids among %s that look alike: %s and %s', (section, one, other, stated) => {
    const [line = ''] = stated.exec(minimal()) ?? []
    const text = minimal().replace(line, `${line}${line.slice(1).replace(one, other)}`)
    expect(problemsOf(text)).toContainEqual(
      expect.stringContaining(`${section}: the id \`${other}\` looks like \`${one}\`; change one of the two`),
    )
  })

  it('is told of a customer whose id looks like the supplier’s', () => {
    const text = minimal().replace(/\bshop\b/g, 'OPS')
    expect(problemsOf(text).join()).toContain('this id is a supplier’s too')
  })

  it('is told of channels that differ only in case', () => {
    const channel = (id: string, conversation: string) =>
      `  ${id}: { organisation: shop, platform: slack, team: T1, conversation: ${conversation} }\n`
    const text = `${minimal()}\nchannels:\n${channel('one', 'C1A')}${channel('two', 'c1a')}`
    expect(problemsOf(text).join()).toContain('is stated for one already')
  })
})

describe('data where a word belongs', () => {
  const odd = '{ toString: 1, valueOf: [], constructor: x }'

  it.each([
    ...['language: en', 'zone: Europe/London', 'organisation: ops', 'platform: web', 'roles: engineer'],
    ...['customer: shop', 'members: ann', 'name: Ann', 'key: SH', 'valid: 2026-01-01..2026-12-31'],
  ])('T76 is told of it in %s', (stated) => {
    const [field] = stated.split(':')
    expect(problemsOf(minimal().replace(stated, `${field}: ${odd}`)).join()).toContain('(fields)')
  })

  it.each([
    ...['serviceHours', 'version', 'targets: { P1: { response', 'closure: { reminders', 'policy: { from'],
    ...['policy: { from: std-v1, askAgainEvery'],
  ])('T76 is told of it in %s', (field) => {
    const open = field.split('{').length - 1
    expect(problemsOf(minimal(`${field}: ${odd}${' }'.repeat(open)}\n`)).join()).toMatch(
      /\(fields\)|is not known here/,
    )
  })
})

describe('the text of a file', () => {
  it('is read where it is UTF-8, and no other: a name would be lost', () => {
    expect(textOf(Buffer.from('name: 王芳', 'utf8'))).toBe('name: 王芳')
    expect(textOf(Buffer.from('name: 王芳', 'utf16le'))).toBeUndefined()
    expect(textOf(Buffer.from([0x6e, 0xcd, 0xf5, 0xb7, 0xbc]))).toBeUndefined()
  })
})

describe('service hours on single dates only', () => {
  const openOn = (...dates: readonly string[]) =>
    minimal().replace(
      'hours: { mon-fri: 09:00-18:00 }',
      `hours: {}\n    workdays: { ${dates.map((date) => `${date}: { hours: "09:00-18:00" }`).join(', ')} }`,
    )

  it('are refused where all of them have passed before the agreement begins', () => {
    expect(problemsOf(openOn('2020-05-01', '2025-12-31')).join()).toContain(
      'calendar office opens on single dates only, the last 2025-12-31, before it begins: nothing promised on it would come due',
    )
  })

  it('are taken where one is to come, with a word about what comes after the last', () => {
    expect(problemsOf(openOn('2020-05-01', '2026-06-01'))).toEqual([])
    expect(warningsOf(openOn('2020-05-01', '2026-06-01')).join()).toContain(
      'calendar office opens for the last time on 2026-06-01',
    )
    expect(warningsOf(openOn('2026-12-31')).join()).not.toContain('for the last time')
  })
})
