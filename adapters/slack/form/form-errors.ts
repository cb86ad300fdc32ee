import type { Problem } from '../../../src/chat/form.ts'

/** How many characters of an error are shown at its field. */
const most = 300

/** Errors of a modal by block, in the shape its submission is answered with. */
export type Errors = { readonly [block: string]: string }

/**
 * What is wrong, at the blocks of the modal that asked (`inputs`, in order). A field that this modal does not ask stands at the
 * first one: no problem stays unsaid.
 */
export const problemsToErrors = (problems: readonly Problem[], inputs: readonly string[]): Errors => {
  const errors = new Map<string, string>()
  for (const { field, message } of problems) {
    const block = [field, `${field}.date`].find((one) => inputs.includes(one)) ?? inputs[0] ?? field
    const known = errors.get(block)
    errors.set(block, known === undefined ? message : `${known}\n${message}`)
  }
  return Object.fromEntries(
    [...errors].map(([block, message]) => [block, [...message].slice(0, most).join('')]),
  )
}
