import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'
import { validateCard } from '../cards/validate-card.ts'
import type { World } from '../world/create-world.ts'
import type { Conversation } from '../world/records.ts'
import { cardIn } from '../world/write-message.ts'
import { mentionProblems, mentionsDrawn } from './mentions.ts'
import { refuse } from './refuse.ts'

const contentTypes = new Set([
  'application/vnd.microsoft.card.adaptive',
  'application/vnd.microsoft.card.hero',
  'application/vnd.microsoft.card.thumbnail',
  'image/png',
  'image/jpeg',
  'image/gif',
])

/** The most a message may take, as UTF-16. */
const most = 100 * 1024

/** Refuses an activity as the connector would; notes what it would take and no client could draw. */
export const checkActivity = (world: World, conversation: Conversation, activity: Fields): void => {
  if (JSON.stringify(activity).length * 2 > most)
    refuse(413, 'MessageSizeTooBig', `Message size too large. Max size: ${most} bytes`)
  const { type, textFormat, attachmentLayout } = activity
  if (type === 'typing') return
  if (type !== 'message') refuse(400, 'BadSyntax', `Unknown activity type ${String(type)}`)
  if (textFormat !== undefined && !/^(plain|markdown|xml)$/.test(String(textFormat)))
    refuse(400, 'BadSyntax', `Unknown textFormat ${String(textFormat)}`)
  if (attachmentLayout !== undefined && !/^(list|carousel)$/.test(String(attachmentLayout)))
    refuse(400, 'BadSyntax', `Unknown attachmentLayout ${String(attachmentLayout)}`)
  const attachments = listOf(activity.attachments).map(fieldsOf)
  if (textOf(activity.text) === '' && attachments.length === 0)
    refuse(400, 'BadSyntax', 'Activity must include non empty text field or at least one attachment')
  for (const { contentType } of attachments)
    if (!contentTypes.has(String(contentType)))
      refuse(400, 'BadSyntax', `Unknown attachment type ${String(contentType)}`)
  const card = cardIn(activity)
  const problems = [
    ...(card === undefined ? [] : validateCard(mentionsDrawn(card))),
    ...(attachments.length > 1 ? [`${attachments.length} attachments in one message`] : []),
    ...(card !== undefined && world.rules.summaries && textOf(activity.summary).trim() === ''
      ? ['a card without a summary: its notification says nothing']
      : []),
    ...mentionProblems(world, conversation, activity),
  ]
  world.problems.push(...problems.map((problem) => `message to ${conversation.id}: ${problem}`))
}
