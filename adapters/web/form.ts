import { z } from 'zod'
import type { Values } from '../../src/chat/form.ts'
import { clean, lengthOf } from '../../src/text/clean.ts'
import { limits } from './limits.ts'

const name = z.string().regex(/^[a-z][A-Za-z0-9_]{0,63}$/)
const value = z
  .string()
  .transform(clean)
  .refine((text) => lengthOf(text) <= limits.text, { message: 'too_long' })

/** What a page sends for a form's fields: cleaned and trimmed, a field left empty is absent. */
export const valuesShape = z
  .record(name, value)
  .refine((values) => Object.keys(values).length <= limits.fields)
  .transform(
    (values): Values =>
      Object.fromEntries(
        Object.entries(values)
          .map(([field, text]) => [field, text.trim()] as const)
          .filter(([, text]) => text !== ''),
      ),
  )
