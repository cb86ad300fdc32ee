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

/** A level in both languages, with the words a reporter without ITIL training can answer by. */
export const level = (
  id: string,
  en: readonly [name: string, meaning: string],
  zh: readonly [name: string, meaning: string],
): Level => ({ id, name: { en: en[0], 'zh-CN': zh[0] }, meaning: { en: en[1], 'zh-CN': zh[1] } })
