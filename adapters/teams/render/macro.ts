/** Where `{{DATE(…)}}` or `{{TIME(…)}}` begins, which clients replace in all text: between its braces. */
const inside = /(?<=\{)(?=\{(?:DATE|TIME)\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/i

/** Text in parts, none of which holds a whole date or time that a client would replace. */
export const withoutMacros = (text: string): readonly string[] => text.split(inside)
