const plain = (word: string): string => word.toLowerCase().replace(/[\s-]/g, '_')

/** How many letters to add, drop, change or swap with their neighbour to come from one word to the other. */
const distance = (one: string, other: string): number => {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + change,
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = row
    row = next
  }
  return row[other.length] ?? 0
}

/** The known word somebody probably meant, if one is near enough: a slip of a letter or two, or of case or hyphen. */
export const closest = (word: string, known: Iterable<string>): string | undefined => {
  const [best] = [...known]
    .map((candidate) => ({ candidate, far: distance(plain(word).slice(0, 60), plain(candidate)) }))
    .filter(({ candidate, far }) => far <= Math.floor(Math.min(word.length, candidate.length) / 3))
    .sort((one, other) => one.far - other.far)
  return best?.candidate
}

/** What to do about an unknown word: the one probably meant, or the ones there are. */
export const suggestion = (word: string, known: Iterable<string>): string => {
  const words = [...known]
  const meant = closest(word, words)
  if (meant !== undefined) return `did you mean \`${meant}\`?`
  if (words.length === 0) return 'none is defined in this file'
  return `known: ${words.slice(0, 12).join(', ')}${words.length > 12 ? ', …' : ''}`
}
