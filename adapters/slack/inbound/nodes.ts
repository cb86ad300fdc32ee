/** A part of formatted text, of which nothing is known yet. */
export type Node = { readonly [key: string]: unknown }

/** The parts of a list; whatever else stands in it is left out. */
export const listOf = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []
