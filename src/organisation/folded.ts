import { seenOf } from '../domain/words/blank.ts'

/** Two that differ only in case, Unicode form or what nobody sees are one: platforms do not tell them apart, nor do people. */
export const folded = (what: string): string => seenOf(what).normalize('NFKC').toLowerCase()
