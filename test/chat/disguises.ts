import { traditional } from './traditional.ts'

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')

const bold = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 0x61))

const strewn = (sign: string) => (text: string) => `${sign}${[...text].join(sign)}${sign}`

/** Ways in which the same words come in: each gives all the ways in which these words can be so written. */
export const disguises: { readonly [name: string]: (text: string) => readonly string[] } = {
  'as typed': (text) => [text],
  'in capitals': (text) => [text.toUpperCase(), `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`],
  'in full width': (text) => [wide(text), wide(text.toUpperCase())],
  'in mathematical letters': (text) => [bold(text)],
  'in traditional characters': (text) =>
    traditional.get(text) ?? (/\p{sc=Han}/u.test(text) ? [`no spelling of ${text} is known`] : [text]),
  'after a slash': (text) => [`/${text}`, `／${text}`, `/ ${text}`, `、${text}`],
  'after a full-width slash in full width': (text) => [`／${wide(text)}`],
  'between blanks nobody sees': (text) => [
    ...['\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u180e', '\u034f', '\u{e0020}'].map(
      (sign) => `${sign}${text}${sign}`,
    ),
    `\u2066${text}\u2069`,
    `\u202a${text}\u202c`,
    `\u2068\u200b${text}\u200b\u2069`,
  ],
  'strewn with blanks nobody sees': (text) =>
    ['\u200b', '\u2060', '\u200d', '\ufe0f', '\u00ad'].map((sign) => strewn(sign)(text)),
  'with other blanks': (text) =>
    ['\u00a0', '\u3000', '\u2009', '\u202f', '  ', ' \u200b '].map(
      (blank) => `${blank}${text.replaceAll(' ', blank)}${blank}`,
    ),
  'with an emoji': (text) => [
    `${text} :smile:`,
    `:wave: ${text}`,
    `${text} :+1::skin-tone-2:`,
    `${text} 👍🏽`,
    `🙏 ${text}`,
    `${text}👨‍👩‍👧`,
    `❤️ ${text} ❤️`,
  ],
  'with signs around': (text) => [
    `*${text}*`,
    `\`${text}\``,
    `“${text}”`,
    `「${text}」`,
    `（${text}）`,
    `[${text}]`,
    `„${text}“`,
    `！${text}`,
    `— ${text}`,
    `• ${text}`,
    `${text}！`,
    `${text}。`,
    `${text}…`,
  ],
  'with politeness around': (text) => [
    `please ${text}`,
    `Hi, could you please ${text}?`,
    `${text} please`,
    `${text}, thanks!`,
    `请${text}`,
    `你好，麻烦${text}一下，谢谢`,
    `請問${text}嗎？`,
    `${text}吧`,
  ],
  'beside somebody who is called': (text) => [
    `@wang ${text}`,
    `@王强 ${text}`,
    `@王强，${text}`,
    `@王强${text}`,
    `@Wang Wei ${text}`,
    `@U0WANG @here ${text}`,
    `${text} @wang`,
    `${text} @Wang Wei`,
  ],
}
