import { z } from 'zod'
import { clean, lengthOf } from '../../src/text/clean.ts'
import { valuesShape } from './form.ts'
import { limits } from './limits.ts'

const person = z.string().min(1).max(64)
const conversation = z.string().min(1).max(200)
const id = z.string().regex(/^[1-9]\d{0,15}$/)
/** The page's own random name of one act: a second attempt has the same. */
const key = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
const flow = z.string().regex(/^[a-z][a-z0-9_.-]{0,63}$/)
const word = z.string().min(1).max(200).transform(clean)
/** What a button chose: a list in words, at the longest. */
const chosen = z.string().min(1).max(500).transform(clean)
const text = z
  .string()
  .transform(clean)
  .refine((said) => lengthOf(said) <= limits.text, { message: 'too_long' })
const words = text.refine((said) => said.trim() !== '', { message: 'empty' })

const identity = {
  flow,
  item: word.exactOptional(),
  seen: z.int().min(0).exactOptional(),
  choice: chosen.exactOptional(),
}
const listed = z.string().transform((words) => words.split(','))
const place = { as: person, conversation, thread: id.exactOptional() }

/** What the page may ask for; anything else in a request is refused, not ignored. */
export const requests = {
  say: z
    .strictObject({ ...place, key, text, files: z.array(z.uuid()).min(1).max(limits.files).exactOptional() })
    .refine(({ text, files }) => files !== undefined || text.trim() !== '', { message: 'empty' }),
  upload: z.strictObject({ as: person, conversation, name: z.string().max(1_000) }),
  edit: z.strictObject({ as: person, message: id, text: words }),
  erase: z.strictObject({ as: person, message: id }),
  press: z.strictObject({ ...place, key, press: z.strictObject({ ...identity, typed: id.exactOptional() }) }),
  submit: z.strictObject({ ...place, key, form: z.strictObject(identity), values: valuesShape }),
  read: z.strictObject({ ...place, upto: id }),
  inbox: z.strictObject({ as: person }),
  messages: z.strictObject({ ...place, before: id.exactOptional() }),
  changes: z
    .strictObject({
      as: listed.pipe(z.array(person).min(1).max(limits.people)),
      after: listed.transform((cursors) => cursors.map(Number)).pipe(z.array(z.int().min(0))),
      list: z.string().max(64).exactOptional(),
    })
    .refine(({ as, after }) => as.length === after.length),
} as const

/** A request that was understood. */
export type Request<Name extends keyof typeof requests> = z.output<(typeof requests)[Name]>
