/** The rest of a message after opening words, when it begins with them as words of their own. */
export const restAfter = (head: string, opener: string): string | undefined => {
  const rest = head.slice(opener.length)
  return opener !== '' && head.startsWith(opener) && /^$|^[^\p{L}\p{N}]/u.test(rest) ? rest : undefined
}
