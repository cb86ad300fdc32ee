const token = '(?<![\\w.@＠])[@＠](?:accord(?![\\w-]|\\.\\w)|[运運][维維])'
const mention = new RegExp(`${token}[ \\t]*(?:[,，：]|:(?![a-z0-9_+'-]{1,80}:))?[ \\t]*`, 'giu')

/** Whether the bot is spoken to, and the words without its name. `@Accord`, `@accord` and `@运维` name it. */
export const mentioned = (text: string): { readonly addressed: boolean; readonly words: string } => {
  const words = text.replace(mention, '')
  return { addressed: words.length < text.length, words: words.trim() }
}

/** The text in pieces, every odd one a mention of the bot. */
export const mentionPieces = (text: string): readonly string[] => text.split(new RegExp(`(${token})`, 'giu'))

const begun = /(?<![\w.@])@([a-z]{0,5}|运?)$/iu

/** Whether the words before the cursor end in the beginning of the bot's name. */
export const isBegunMention = (text: string, cursor: number): boolean => {
  const typed = begun.exec(text.slice(0, cursor))?.[1]
  return typed !== undefined && ('accord'.startsWith(typed.toLowerCase()) || typed === '运')
}

/** The text with that beginning made whole. */
export const completeMention = (text: string, cursor: number): string =>
  `${text.slice(0, cursor).replace(begun, '@Accord ')}${text.slice(cursor)}`
