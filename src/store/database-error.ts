const lost = /^(08|57P0|E(CONN|PIPE|TIMEDOUT|HOST|NET|AI_AGAIN|NOTFOUND|NOENT))/
const lostWords = /connection terminated|not queryable|timeout exceeded when trying to connect/i

/** Two transactions waited for each other and this one was rolled back. */
export const deadlock = '40P01'

/** PostgreSQL's or the network's code of an error, empty when it has none. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Whether the connection is lost or was refused: nothing more can be said over it. */
export const isAway = (error: unknown): boolean =>
  lost.test(errorCode(error)) || (error instanceof Error && lostWords.test(error.message))

/** Whether what was given is at fault, a value that does not fit: given again it fails again, alone or among others. */
export const isOfOne = (error: unknown): boolean => /^2[23]/.test(errorCode(error))

/** Throws the error again, one of a lost or refused connection with words for what it means. */
export const explain = (error: unknown): never => {
  if (!isAway(error)) throw error
  const cause = (error instanceof Error && error.message) || errorCode(error)
  throw new Error(`The database cannot be reached (${cause})`, { cause: error })
}
