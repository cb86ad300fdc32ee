/** A line for the operator's log, and what belongs beside it. */
export type Note = (message: string, fields?: { readonly [name: string]: unknown }) => void
