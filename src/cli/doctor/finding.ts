import { maskSecrets } from '../../process/log.ts'

/**
 * What the doctor found of one thing. `fix`: it must be put right before the bot can be relied on. `note`: worth knowing.
 * `off`: switched off, or nothing to look at.
 */
export type Finding = {
  readonly about: string
  readonly state: 'ok' | 'note' | 'fix' | 'off'
  readonly says: string
  /** What to do about it. */
  readonly todo?: string
}

/** Nothing to do. */
export const ok = (about: string, says: string): Finding => ({ about, state: 'ok', says })

/** Worth knowing. */
export const note = (about: string, says: string, todo?: string): Finding => ({
  about,
  state: 'note',
  says,
  ...(todo === undefined ? {} : { todo }),
})

/** Wrong, and how it is put right. */
export const fix = (about: string, says: string, todo: string): Finding => ({
  about,
  state: 'fix',
  says,
  todo,
})

/** Not looked at, and why. */
export const off = (about: string, says: string): Finding => ({ about, state: 'off', says })

/** The words of whatever was thrown. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A finding as it is printed, with what to do on a line of its own. No secret is ever in it. */
export const findingLines = ({ about, state, says, todo }: Finding): readonly string[] =>
  [`${state.padEnd(5)} ${about.padEnd(14)} ${says}`, ...(todo === undefined ? [] : [`      → ${todo}`])].map(
    maskSecrets,
  )
