import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'
import { validateCard } from '../cards/validate-card.ts'
import type { Dialog } from '../world/records.ts'
import { buttonsIn } from './card-parts.ts'

/** What a client makes of an answer to a window's invoke. */
export type ReadWindow =
  | { readonly title: string; readonly card: Fields }
  | { readonly says: string }
  | { readonly closes: true }
  | { readonly wrong: string }

const size = (value: unknown): boolean =>
  value === undefined || typeof value === 'number' || /^(small|medium|large)$/.test(String(value))

const windowProblems = ({ title, height, width, card }: Fields): readonly string[] => {
  const { contentType, content } = fieldsOf(card)
  return [
    ...(textOf(title) === '' ? ['a window without a title'] : []),
    ...(size(height) && size(width) ? [] : [`a window of ${String(width)} × ${String(height)}`]),
    ...(contentType === 'application/vnd.microsoft.card.adaptive'
      ? []
      : [`a window of ${String(contentType)}`]),
    ...validateCard(fieldsOf(content)),
    ...buttonsIn(fieldsOf(content))
      .filter(({ action }) => action.type === 'Action.Execute')
      .map((button) => `${button.title}: windows carry out no Action.Execute`),
  ]
}

/** Reads an answer. Only what was sent may be answered by nothing, which closes the window. */
export const readWindow = (body: unknown, of: Dialog['of'], submitted: boolean): ReadWindow => {
  const { task, composeExtension } = fieldsOf(body)
  const unread = { wrong: `Teams cannot read ${JSON.stringify(body)}` }
  if (task === undefined && composeExtension === undefined) {
    const nothing = body === undefined || body === '' || JSON.stringify(body) === '{}'
    return nothing && submitted ? { closes: true } : unread
  }
  if (task === undefined) {
    const { type, text, attachments } = fieldsOf(composeExtension)
    if (of !== 'message_action') return unread
    if (type === 'message' && textOf(text) !== '') return { says: textOf(text) }
    return type === 'result' && listOf(attachments).length > 0 ? { closes: true } : unread
  }
  const { type, value } = fieldsOf(task)
  if (type === 'message' && textOf(value) !== '') return { says: textOf(value) }
  if (type !== 'continue') return unread
  const problems = windowProblems(fieldsOf(value))
  if (problems.length > 0) return { wrong: problems.join('; ') }
  const { title, card } = fieldsOf(value)
  return { title: textOf(title), card: fieldsOf(fieldsOf(card).content) }
}
