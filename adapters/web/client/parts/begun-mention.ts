const begun = /(?<![\w.@])@([a-z]{0,5}|运?)$/iu

/** Whether the words before the cursor end in the beginning of the bot's name. */
export const isBegunMention = (text: string, cursor: number): boolean => {
  const typed = begun.exec(text.slice(0, cursor))?.[1]
  return typed !== undefined && ('accord'.startsWith(typed.toLowerCase()) || typed === '运')
}

/** The text with that beginning made whole. */
export const completeMention = (text: string, cursor: number): string =>
  `${text.slice(0, cursor).replace(begun, '@Accord ')}${text.slice(cursor)}`
