import { z } from 'zod'
import { htmlPieces, type Read } from './html-pieces.ts'
import { mentionsOf, mentionsPointedAt } from './mentions.ts'
import { plainPieces } from './plain-pieces.ts'
import { type Activity, id, listOf } from './shapes.ts'
import { type Words, wordsOf } from './words.ts'

/** Teams takes about 28,000 characters in a message; as HTML they may take more. Nothing longer is read. */
const maxUnits = 200_000

/** What somebody said, and the message they quoted. */
export type Said = Words & { readonly quoted?: string }

const attachmentShape = z.object({ contentType: z.literal('text/html'), content: z.string() })
const quoteShape = z.object({ type: z.literal('quotedReply'), quotedReply: z.object({ messageId: id }) })

const withQuote = (words: Words, quoted: string | undefined): Said => {
  const { data } = id.max(100).safeParse(quoted)
  return data === undefined ? words : { ...words, quoted: data }
}

const htmlOf = (html: string): Read => htmlPieces(html.slice(0, maxUnits))

/**
 * The words of a message. Its text is taken; the HTML beside it stands in where there is none, and where it quotes a message:
 * only there the quote can be told from what was said.
 */
export const saidIn = (activity: Activity, isUs: (id: string) => boolean): Said => {
  const { text, textFormat, attachments, entities } = activity
  const mentions = mentionsOf(entities, isUs)
  const quote = listOf(entities).flatMap((entity) => quoteShape.safeParse(entity).data ?? [])[0]
  const html = listOf(attachments).flatMap((one) => attachmentShape.safeParse(one).data ?? [])[0]?.content
  const beside = html === undefined ? undefined : htmlOf(html)
  if (beside !== undefined && (!text?.trim() || beside.quoted !== undefined))
    return withQuote(wordsOf(beside.pieces, mentions), quote?.quotedReply.messageId ?? beside.quoted)
  if (textFormat === 'xml') {
    const { pieces, quoted } = htmlOf(text ?? '')
    return withQuote(wordsOf(pieces, mentions), quote?.quotedReply.messageId ?? quoted)
  }
  const plain = (asWritten: boolean): Words => {
    const pieces = plainPieces((text ?? '').slice(0, maxUnits), { quotes: quote !== undefined, asWritten })
    return wordsOf(pieces, mentions)
  }
  // Teams escapes the text of some messages and not of others; the HTML beside it, which is always escaped, tells which.
  const written = plain(true)
  const isAsWritten = beside !== undefined && wordsOf(beside.pieces, mentions).text === written.text
  return withQuote(isAsWritten ? written : plain(false), quote?.quotedReply.messageId)
}

const word = z.string().nullish().catch(undefined)

/** What a message that was pointed at says. */
export const pointedShape = z.object({
  subject: word,
  body: z.object({ contentType: word, content: word }).nullish().catch(undefined),
  mentions: z.unknown().optional(),
})

/** The words of a message that was pointed at, below what it is about. */
export const saidPointedAt = (
  { subject, body, mentions }: z.output<typeof pointedShape>,
  isUs: (id: string) => boolean,
): Said => {
  const content = (body?.content ?? '').slice(0, maxUnits)
  const { pieces, quoted } =
    body?.contentType === 'html'
      ? htmlOf(content)
      : { pieces: plainPieces(content, { quotes: false }), quoted: undefined }
  const head = subject?.trim() ? [`${subject.slice(0, maxUnits)}\n`] : []
  return withQuote(wordsOf([...head, ...pieces], mentionsPointedAt(mentions, isUs)), quoted)
}
