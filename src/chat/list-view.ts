/** One way a list can be limited: what can be chosen, each as the words of the list it leads to. */
export type ListFilter = {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly label: string; readonly words: string; readonly chosen?: true }[]
}

/** What a card lists, for a chat that has room for a table with its filters. Words are those that open the list again. */
export type ListView = {
  readonly words: string
  /** Only where it was asked for as a table. */
  readonly controls?: {
    readonly label: string
    readonly filters: readonly ListFilter[]
    /** What is looked for in the rows' words: the field’s label, its text, and the words of the list without it. */
    readonly search: { readonly label: string; readonly text: string; readonly words: string }
    readonly previous?: string
    readonly next?: string
  }
}
