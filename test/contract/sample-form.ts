import type { Form } from '../../src/chat/form.ts'

/** What a form is about, as it comes back with it. */
export const identity = { flow: 'reason', item: 'HX-7', seen: 3, choice: 'back' }

/** A form that asks in every way there is. */
export const everyKind = (title: string, initial: { readonly [field: string]: string } = {}): Form => {
  const begun = (name: string) => {
    const value = initial[name]
    return { name, ...(value === undefined ? {} : { initial: value }) }
  }
  return {
    ...identity,
    title,
    intro: 'The engineer reads this.',
    submit: 'Send back',
    fields: [
      {
        ...begun('reason'),
        kind: 'paragraph',
        label: 'What still fails',
        max: 2_000,
        hint: 'In your own words',
      },
      {
        ...begun('impact'),
        kind: 'choice',
        label: 'Who is affected',
        choices: [
          { id: 'all', label: 'Everybody', hint: 'the whole office' },
          { id: 'one', label: 'One person' },
        ],
      },
      {
        ...begun('person'),
        kind: 'person',
        label: 'Whom to ask',
        people: [
          { id: 'p-li', label: 'Li Wei' },
          { id: 'p-chen', label: '陈慧' },
        ],
      },
      { ...begun('since'), kind: 'moment', label: 'Since when', zone: 'Asia/Shanghai' },
      { ...begun('room'), kind: 'line', label: 'Room', max: 80, optional: true },
      { ...begun('phone'), kind: 'line', label: 'Telephone', max: 80, optional: true },
      { ...begun('until'), kind: 'moment', label: 'Until when', zone: 'Asia/Shanghai', optional: true },
    ],
  }
}

/** What a person types into it, and what the bot is given of that. */
export const typed = {
  reason: '  gateway 2\nhangs ',
  impact: 'Everybody',
  person: '陈慧',
  since: '2026-03-04T09:30',
  room: '  ',
}
export const values = {
  reason: 'gateway 2\nhangs',
  impact: 'all',
  person: 'p-chen',
  since: '2026-03-04T09:30',
}
