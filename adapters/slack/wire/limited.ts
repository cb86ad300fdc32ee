/** Slack asks to leave a method alone in a workspace for so long, ms. */
export type Limited = Error & { readonly method: string; readonly retryAfter: number }

/** What a call ends with that Slack limits. */
export const limited = (method: string, retryAfter: number): Limited =>
  Object.assign(new Error(`Slack limits ${method}`), { name: 'Limited', method, retryAfter })

/** The same, found in what the library made of it. */
export const limitIn = (error: unknown): Limited | undefined => {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'Limited') return error as Limited
  return limitIn('original' in error ? error.original : error.cause)
}
