import { plain } from '../domain/words/plain.ts'

/** Signs that begin what somebody quotes, each with those that end it. */
const quotes: { readonly [open: string]: string } = {
  ...{ '"': '"”', '“': '”"', '„': '“”"', '«': '»', '»': '«' },
  ...{ '「': '」', '『': '』', '【': '】', '《': '》' },
  ...{ '`': '`', '‘': '’' },
}

/**
 * Whether it only quotes its first words and says something of them: `"cancel HX-7" was by mistake`. A command in quotation marks
 * alone is one, as it is copied from the help.
 */
export const quotesFirst = (said: string): boolean => {
  const { text } = plain(said)
  const ends = quotes[text.charAt(0)]
  if (ends === undefined) return false
  const end = [...text].findIndex((sign, place) => place > 0 && ends.includes(sign))
  const rest = end === -1 ? '' : [...text].slice(end + 1).join('')
  // The number of a quoted command may stand behind it.
  return /[\p{L}\p{N}]/u.test(rest.replace(/^\s*[a-z]{1,8}-\d+/, ''))
}
