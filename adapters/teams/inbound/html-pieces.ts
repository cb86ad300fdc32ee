import { linkWords } from '../../shared/link-words.ts'
import type { Piece } from './plain-pieces.ts'
import { attributeOf, type Token, tokensOf } from './tokens.ts'
import { unescaped } from './unescaped.ts'

/** What stands on lines of its own. */
const blocks = new Set([
  ...['p', 'div', 'blockquote', 'pre', 'ul', 'ol', 'li', 'table', 'tr', 'hr'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'codeblock'],
])

const replies = 'http://schema.skype.com/Reply'
const mentions = 'http://schema.skype.com/Mention'

/** A part that is read as a whole: a mention, or a link's label. */
type Held = { readonly tag: string; readonly address?: string; text: string; depth: number }

/** What is said in HTML, and the id of the message it quotes, whose words are left out. */
export type Read = { readonly pieces: readonly Piece[]; readonly quoted?: string }

/**
 * The words of a message that Teams gives as HTML: a line for each block, links with where they lead, emoji as signs.
 * Everything else, pictures, emphasis, scripts, is left out.
 */
export const htmlPieces = (html: string): Read => {
  const pieces: Piece[] = []
  const lists: (number | undefined)[] = []
  let quoted: string | undefined
  let [quoteDepth, preDepth] = [0, 0]
  let held: Held | undefined
  let startsLine = true

  const put = (text: string): void => {
    if (text === '') return
    if (held !== undefined) held.text += text
    else {
      pieces.push(text)
      startsLine = text.endsWith('\n')
    }
  }

  const newLine = (): void => {
    if (held === undefined && !startsLine) put('\n')
  }

  const release = (): void => {
    if (held === undefined) return
    const { address, text } = held
    held = undefined
    const named = text.trim()
    if (address !== undefined) put(linkWords(address, named))
    else {
      pieces.push({ named, otherwise: `@${named}` })
      startsLine = false
    }
  }

  const say = (text: string): void => {
    const flowing = preDepth > 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
    const begins = preDepth === 0 && startsLine && held === undefined
    put(unescaped(begins ? flowing.trimStart() : flowing))
  }

  const listItem = (): void => {
    const number = lists.at(-1)
    if (number !== undefined) lists[lists.length - 1] = number + 1
    put(number === undefined ? '• ' : `${number}. `)
    startsLine = true
  }

  const open = (tag: string, attributes: string): void => {
    const type = attributeOf(attributes, 'itemtype')
    if (tag === 'blockquote' && type === replies) {
      quoteDepth = 1
      quoted ??= attributeOf(attributes, 'itemid')
      return
    }
    if (blocks.has(tag)) newLine()
    if (tag === 'br') put('\n')
    if (tag === 'pre') preDepth += 1
    if (tag === 'ul' || tag === 'ol') lists.push(tag === 'ol' ? 1 : undefined)
    if (tag === 'li') listItem()
    if ((tag === 'td' || tag === 'th') && !startsLine) put(' | ')
    if (tag === 'emoji' || (tag === 'img' && type.endsWith('/Emoji')))
      put(unescaped(attributeOf(attributes, 'alt')))
    if (held !== undefined) return
    if (tag === 'at' || type === mentions) held = { tag, text: '', depth: 0 }
    const address = tag === 'a' ? unescaped(attributeOf(attributes, 'href')).trim() : ''
    if (address !== '') held = { tag, address, text: '', depth: 0 }
  }

  const close = (tag: string): void => {
    if (blocks.has(tag)) newLine()
    if (tag === 'pre') preDepth = Math.max(0, preDepth - 1)
    if (tag === 'ul' || tag === 'ol') lists.pop()
  }

  const read = (token: Token): void => {
    if ('text' in token) {
      if (quoteDepth === 0) say(token.text)
      return
    }
    const { tag, opens, attributes } = token
    if (quoteDepth > 0) {
      if (tag === 'blockquote') quoteDepth += opens ? 1 : -1
      return
    }
    if (held?.tag === tag) held.depth += opens ? 1 : -1
    if (held !== undefined && held.depth < 0) release()
    else if (opens) open(tag, attributes)
    else close(tag)
  }

  for (const token of tokensOf(html)) read(token)
  release()
  return { pieces, ...(quoted ? { quoted } : {}) }
}
