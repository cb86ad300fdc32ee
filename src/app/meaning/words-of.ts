import type { FileRef } from '../../domain/ticket/event.ts'

/** What a message says: its text, or, where it is only files, their names. */
export const wordsOf = (text: string, files: readonly FileRef[] = []): string =>
  text.trim() === '' ? files.map(({ name }) => name).join(', ') : text
