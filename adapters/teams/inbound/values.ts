import type { Values } from '../../../src/chat/form.ts'
import { formValues } from '../../shared/form-values.ts'

/** What stands in the inputs of a card: Teams puts it beside what its button carries, by the inputs' names. */
export const valuesOf = (data: unknown): Values =>
  formValues(
    Object.entries(typeof data === 'object' && data !== null ? data : {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  )
