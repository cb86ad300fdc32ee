import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { textMax } from '../../flows/shared/checked.ts'
import type { Step } from '../../src/chat/flow.ts'
import type { Form } from '../../src/chat/form.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import {
  begins,
  closedStory,
  contextOf,
  directory,
  flow,
  person,
  reported,
  resolvedStory,
  settled,
  submits,
} from './fixtures.ts'

const claimed = () => reported().does('li', { do: 'ticket.claim' })
const asked = (ask: 'information' | 'approval', of: string) =>
  claimed().does('li', { do: 'ticket.ask', ask, text: 'Reboot at noon?', of })

const stories = {
  reported,
  claimed,
  'asked for information': () => asked('information', 'zhao'),
  'asked for an approval': () => asked('approval', 'sun'),
  'taken for another one': () =>
    claimed().does('li', { do: 'ticket.mark_duplicate', master: 'HX-3', reason: 'the same switch' }),
  resolved: resolvedStory,
  closed: closedStory,
  cancelled: () => reported().does('chen', { do: 'ticket.mark_out_of_scope', reason: 'no printer' }),
}
const people = ['li', 'chen', 'zhao', 'sun']
const choices = ['', 'form', 'follow', 'comment', '1', '5', 'approved', 'refused', 'approval', 'impact:high']
const words = ['', 'x'.repeat(textMax + 1)]

const begun = (step: Step): Form | undefined =>
  step.kind === 'ask' ? step.form : step.kind === 'order' ? step.asks : undefined

type Told = ReturnType<typeof reported>
/** `again`: the same life told anew, to go on from. */
type Opened = {
  readonly form: Form
  readonly who: string
  readonly told: Told
  readonly again: () => Told
}

/** Every form there is, as everybody may come to it. */
const opened = Object.entries(stories).flatMap(([name, tell]) => {
  const before = tell()
  return flows.flatMap(({ name: of, may, begin }) =>
    people
      .filter((who) => may(contextOf(who, before).person, before.ticket))
      .flatMap((who) =>
        choices.flatMap((choice) =>
          words.flatMap((said): readonly (Opened & { readonly title: string })[] => {
            const about = { words: said, ...(choice === '' ? {} : { choice }) }
            const step = settled(begin(contextOf(who, before, about)), before)
            const form = begun(step)
            if (form === undefined) return []
            const again = (): Told => {
              const anew = tell()
              if (step.kind === 'order')
                for (const { wish } of step.orders) anew.does(who, wish as TicketWish)
              return anew
            }
            const told = step.kind === 'order' ? again() : before
            const title = `${of} of what is ${name}, ${who}, “${choice}”, ${said.length} characters`
            return [{ title, form, who, told, again }]
          }),
        ),
      ),
  )
})

const identityOf = ({ item: _, flow: __, ...form }: Form) => ({
  ...(form.seen === undefined ? {} : { seen: form.seen }),
  ...(form.choice === undefined ? {} : { choice: form.choice }),
})
const fieldsOf = ({ fields }: Form) => fields.map(({ name }) => name)

describe('a form that people are chosen in', () => {
  it.each([
    ['en', 'Wang Fang (王芳)'],
    ['zh-CN', '王芳'],
  ] as const)('calls them in %s as its reader knows them', (language, label) => {
    const people = { ...directory.people, wang: { ...person('wang'), name: '王芳', latin: 'Wang Fang' } }
    const step = begins('reassign', 'li', reported().does('li', { do: 'ticket.claim' }), {
      language,
      directory: { ...directory, people },
    })
    const field = step.kind === 'ask' ? step.form.fields.find(({ name }) => name === 'to') : undefined
    expect(field).toMatchObject({
      people: expect.arrayContaining([expect.objectContaining({ id: 'wang', label })]),
    })
  })
})

describe('a form', () => {
  it('is had of every flow that has one', () => {
    const found = new Set(opened.map(({ form }) => form.flow))
    const have = flows.filter(({ submit }) => submit !== undefined).map(({ name }) => name)
    expect(
      have.filter((name) => !found.has(name) && name !== 'decline_downgrade' && name !== 'link'),
    ).toEqual([])
  })

  it('asked for again by what it is of opens anew and orders nothing', () => {
    for (const { title, form, who, told } of opened) {
      const again = settled(flow(form.flow).begin(contextOf(who, told, identityOf(form))), told)
      expect(again.kind, title).toBe('ask')
      if (again.kind === 'ask') expect(fieldsOf(again.form), title).toEqual(fieldsOf(form))
    }
  })

  it('comes back with what is wrong in it, and with a no, as of the moment it was opened', () => {
    const told = reported()
    const form = { flow: 'update', item: 'HX-1', seen: 1, fields: [{ name: 'text' }] }
    expect(submits('update', 'li', {}, told, { seen: 1 })).toMatchObject({ kind: 'amend', form })
    const late = told.does('li', { do: 'ticket.claim' })
    expect(submits('update', 'li', { text: 'On my way' }, late, { seen: 1 })).toMatchObject({
      kind: 'order',
      form,
    })
  })

  /** Something in every field that takes words, and of each choice the first; what is not said in words is left as it stands. */
  const filledIn = (field: Form['fields'][number]): string => {
    if (field.kind === 'line') return 'HX-9'
    if (field.kind === 'paragraph') return `typed ${field.name}`
    if (field.kind === 'choice') return field.initial ?? field.choices[0]?.id ?? ''
    return field.initial ?? (field.kind === 'person' ? field.people[0]?.id : undefined) ?? ''
  }
  const filled = ({ fields }: Form) =>
    Object.fromEntries(fields.map((field) => [field.name, filledIn(field)]))
  const moves = {
    'nothing happened': (told: Told) => told,
    'it was withdrawn': (told: Told) => told.tries('zhao', { do: 'ticket.cancel', reason: 'gone' }),
    'it was solved again': (told: Told) =>
      told
        .tries('zhao', { do: 'ticket.reject_solution', reason: 'no' })
        .tries('li', { do: 'ticket.resolve', description: 'again', workaround: false }),
    'the same was done': (told: Told) =>
      told
        .tries('li', { do: 'ticket.update', text: 'x' })
        .tries('li', { do: 'ticket.note', text: { internal: 'x' } })
        .tries('zhao', { do: 'ticket.escalate', reason: 'x' }),
  }

  it.each(Object.entries(moves))('keeps what was typed into it, whatever comes of it: %s', (_, move) => {
    for (const { title, form, who, told: before, again } of opened) {
      const told = move(again())
      const values = filled(form)
      const typed = Object.values(values).filter((text) => text.includes('typed'))
      for (const sent of [values, { ...values, [form.fields[0]?.name ?? '']: '' }]) {
        const about = { ...identityOf(form), seen: form.seen ?? before.log.length }
        const step = submits(form.flow, who, sent, form.item === undefined ? undefined : told, about)
        // A no and what is wrong come with the form, in which its chat still has what was typed.
        if (step.kind === 'amend' || step.kind === 'refuse') expect(step.form?.flow, title).toBe(form.flow)
        else
          for (const text of typed.filter((one) => Object.values(sent).includes(one)))
            expect(JSON.stringify(step), `${title}: ${step.kind}`).toContain(text)
      }
    }
  })
})
