/**
 * Text as words are compared: full-width letters, digits and punctuation as their narrow twins, ASCII in lower case.
 * One unit in, one unit out, so a place in the folded text is the same place in what was typed.
 */
export const fold = (text: string): string => {
  let folded = ''
  for (let place = 0; place < text.length; place += 1) folded += foldUnit(text.charCodeAt(place))
  return folded
}

const foldUnit = (unit: number): string => {
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
  if (narrow === 0x3000 || narrow === 0xa0) return ' '
  if (narrow === 0x2018 || narrow === 0x2019) return "'"
  return String.fromCharCode(narrow >= 0x41 && narrow <= 0x5a ? narrow + 0x20 : narrow)
}
