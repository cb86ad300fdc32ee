import type { QuotedFile } from '../chat/card.ts'
import type { FileRef } from '../domain/ticket/event.ts'

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** Bytes as people read them: `220 kB`, `1.4 MB`. */
const sizeWords = (bytes: number): string => {
  const power = Math.min(Math.floor(Math.log10(Math.max(1, bytes)) / 3), units.length - 1)
  const value = bytes / 1000 ** power
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`
}

/** A file in words: its name, and its size where that is known. */
export const quotedFile = ({ name, size, link }: FileRef): QuotedFile => ({
  label: size === undefined ? name : `${name} (${sizeWords(size)})`,
  ...(link === undefined ? {} : { link }),
})
