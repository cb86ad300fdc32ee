import type { Context, Step } from '../../src/chat/flow.ts'
import type { Field, Form, Problem, Values } from '../../src/chat/form.ts'
import { saysNothing } from '../../src/domain/words/blank.ts'
import { type Texts, texts } from '../../src/text/texts.ts'
import { sentBy } from './sent-by.ts'

/** So long may a reason, a note or an update be; the rest belongs in the thread. */
export const textMax = 3_000

/**
 * Goes on when the values fit the form; otherwise says at each field what is wrong. Everything typed stays typed: a no
 * carries the form, as of the moment it was opened, so that what happened since then is still news to who filled it in.
 */
export const checked = (
  form: Form,
  values: Values,
  { language, seen }: Pick<Context, 'language' | 'seen'>,
  goOn: () => Step,
): Step => {
  const problems = problemsOf(form, values, texts(language))
  const opened = seen === undefined ? form : { ...form, seen }
  return sentBy(
    { form: opened, values, language },
    problems.length === 0 ? goOn() : { kind: 'amend', problems },
  )
}

/** Whether what is known already fills the form: then it need not be asked. */
export const fits = (form: Form, known: Values): boolean => problemsOf(form, known, texts('en')).length === 0

/** What is wrong with the values of a form, field by field. A choice that was never offered is no choice. */
const problemsOf = (form: Form, values: Values, t: Texts): readonly Problem[] =>
  form.fields.flatMap((field) => {
    const message = problemOf(field, values[field.name] ?? '', t)
    return message === undefined ? [] : [{ field: field.name, message }]
  })

const problemOf = (field: Field, value: string, { flows: { form } }: Texts): string | undefined => {
  if (saysNothing(value)) return field.optional === true ? undefined : form.required
  switch (field.kind) {
    case 'line':
    case 'paragraph':
      return value.length > field.max ? form.tooLong(value.length, field.max) : undefined
    case 'choice':
      return field.choices.some(({ id }) => id === value) ? undefined : form.notOffered
    case 'person':
      return field.people.some(({ id }) => id === value) ? undefined : form.notOffered
    case 'moment':
      return undefined
  }
}
