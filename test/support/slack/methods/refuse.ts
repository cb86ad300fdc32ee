import type { Fields } from '../../fake/fields.ts'
import type { Install } from '../world/records.ts'

type Refusal = Error & { readonly answer: Fields }

/** Ends a method with one of Slack's errors. */
export const refuse = (error: string, more: Fields = {}): never => {
  throw Object.assign(new Error(error), { answer: { ok: false, error, ...more } })
}

/** The answer a method was ended with, or nothing when it broke in another way. */
export const refusalIn = (thrown: unknown): Fields | undefined =>
  thrown instanceof Error && 'answer' in thrown ? (thrown as Refusal).answer : undefined

/** Ends the method unless the token has one of these scopes. */
export const need = (install: Install, ...scopes: readonly string[]): void => {
  if (scopes.length > 0 && !scopes.some((scope) => install.scopes.includes(scope)))
    refuse('missing_scope', { needed: scopes.join(','), provided: install.scopes.join(',') })
}
