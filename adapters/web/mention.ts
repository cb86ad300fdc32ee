const token = '(?<![\\w.@])@(?:accord(?![\\w-]|\\.\\w)|运维)'
const mention = new RegExp(`${token}[ \\t]*[,，:：]?[ \\t]*`, 'giu')

/** Whether the bot is spoken to, and the words without its name. `@Accord`, `@accord` and `@运维` name it. */
export const mentioned = (text: string): { readonly addressed: boolean; readonly words: string } => {
  const words = text.replace(mention, '')
  return { addressed: words.length < text.length, words: words.trim() }
}

/** The text in pieces, every odd one a mention of the bot. */
export const mentionPieces = (text: string): readonly string[] => text.split(new RegExp(`(${token})`, 'giu'))
