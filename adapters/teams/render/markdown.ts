/** Whatever a client could take for Markdown, HTML, an address or a date where it looks for them. */
const meaning =
  /[*_~`<>\\[\]|]|&#?\w+;|\{\{|:\/\/|\bwww\.|\S@\S|^\s*[#=-]|(?:^|[)\]\n])\s*(?:[-+]|\d+[.)])\s/i

/** Whether text shows as it stands also where a client looks for Markdown. */
export const isHarmless = (text: string): boolean => !meaning.test(text)

/** Text for a place that is nothing but Markdown, in which it then reads as it stands. */
export const escapeMarkdown = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`)
