export type Priority = 'P1' | 'P2' | 'P3' | 'P4'
export const priorities: readonly Priority[] = ['P1', 'P2', 'P3', 'P4']

/** One level of impact or urgency, in both languages, with the plain words that explain it. `1` is the most severe. */
export type Level = {
  readonly id: string
  readonly name: { readonly en: string; readonly 'zh-CN': string }
  readonly meaning: { readonly en: string; readonly 'zh-CN': string }
}

/** Priority = impact × urgency (RS.5c), as agreed data. `cells[urgency][impact]` is total over both lists of levels. */
export type Matrix = {
  readonly id: string
  readonly impacts: readonly Level[]
  readonly urgencies: readonly Level[]
  readonly cells: { readonly [urgency: string]: { readonly [impact: string]: Priority } }
}
