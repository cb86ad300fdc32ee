/** One field of a form. `line` and `paragraph` give text, `choice` and `person` the chosen id, `moment` an ISO local date-time. */
export type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: true
  readonly initial?: string
} & (
  | { readonly kind: 'line' | 'paragraph'; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'person'; readonly people: readonly Choice[] }
  | { readonly kind: 'moment'; readonly zone: string }
)

export type Choice = { readonly id: string; readonly label: string; readonly hint?: string }

/** What a modal, dialog or side panel asks. `flow` and `item` come back with the values; nothing else is trusted. */
export type Form = {
  readonly flow: string
  readonly item?: string
  readonly seen?: number
  /** What the press that opened it had chosen, e.g. the kind of request. */
  readonly choice?: string
  /** The inbox row of the words that opened it, for a button that opens it later: they are filled in again. */
  readonly typed?: string
  readonly title: string
  readonly intro?: string
  readonly fields: readonly Field[]
  readonly submit: string
}

/** The submitted values: trimmed text by field name; a field left empty is absent. */
export type Values = { readonly [field: string]: string }

/** What is wrong with a field, in the person's language, shown at the field. */
export type Problem = { readonly field: string; readonly message: string }
