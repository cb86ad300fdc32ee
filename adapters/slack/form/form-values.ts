import { z } from 'zod'
import type { Values } from '../../../src/chat/form.ts'
import { formValues } from '../../shared/form-values.ts'
import { withEmoji } from '../inbound/emoji.ts'

const stateShape = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })))

const elementShape = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
})

const answerOf = (element: unknown): string => {
  const { data } = elementShape.safeParse(element)
  if (typeof data?.value === 'string') return withEmoji(data.value)
  return data?.selected_option?.value ?? data?.selected_date ?? data?.selected_time ?? ''
}

/** The values of a submitted modal by field name, trimmed; a field left empty is absent. A field's block is called as the field. */
export const valuesOf = (state: unknown): Values =>
  formValues(
    Object.entries(stateShape.safeParse(state).data ?? {}).map(([block, elements]) => [
      block,
      Object.values(elements).map(answerOf)[0] ?? '',
    ]),
  )
