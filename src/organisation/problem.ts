/** What is wrong with an organisation file, or odd about it: where, why, and what to do. */
export type Problem = {
  readonly file: string
  readonly line: number
  /** The way to it in words, e.g. `people`, `wang`. */
  readonly path: readonly string[]
  readonly reason: string
  readonly fix: string
}

/** The problem as one line for the operator. */
export const problemText = ({ file, line, path, reason, fix }: Problem): string =>
  [`${file} line ${line}`, ...(path.length === 0 ? [] : [path.join(' → ')]), `${reason}; ${fix}`].join(': ')
