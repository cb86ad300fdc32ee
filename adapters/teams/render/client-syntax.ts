/** Whatever a client could take for Markdown, HTML, an address or a date where it looks for them. */
const meaning =
  /[*_~`<>\\[\]|]|&#?\w+;|\{\{|:\/\/|\bwww\.|\S@\S|^\s*[#=-]|(?:^|[)\]\n])\s*(?:[-+]|\d+[.)])\s/i

/** Whether text shows as it stands also where a client looks for Markdown. */
export const isHarmless = (text: string): boolean => !meaning.test(text)

/** Text for a place that is nothing but Markdown, in which it then reads as it stands. */
export const escapeMarkdown = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`)

/** Where `{{DATE(…)}}` or `{{TIME(…)}}` begins, which clients replace in all text: between its braces. */
const inside = /(?<=\{)(?=\{(?:DATE|TIME)\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/i

/** Text in parts, none of which holds a whole date or time that a client would replace. */
export const withoutMacros = (text: string): readonly string[] => text.split(inside)
