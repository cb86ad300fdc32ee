/** What the connector answers: a status, a body, and headers where some matter. */
export type Answer = {
  readonly status: number
  readonly body?: unknown
  readonly headers?: { readonly [name: string]: string }
}

/** A refusal in the connector's form. */
export const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
})

/** Thrown where a call cannot be carried out; never leaves the server. */
const mark: unique symbol = Symbol('refusal')

/** Ends the call with a refusal. */
export const refuse = (status: number, code: string, message: string): never => {
  throw Object.assign(new Error(message), { [mark]: refusal(status, code, message) })
}

/** The refusal that was thrown, if it was one. */
export const refusalIn = (thrown: unknown): Answer | undefined =>
  thrown instanceof Error && mark in thrown ? (thrown[mark] as Answer) : undefined
