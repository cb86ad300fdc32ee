import { z } from 'zod'
import type { Form } from '../../../src/chat/form.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import { identityShape, parsed } from '../../shared/press.ts'

const id = z.string().min(1).max(200)

const metadataShape = z.strictObject({
  ...identityShape,
  place: z.strictObject({
    platform: z.literal('slack'),
    team: id,
    conversation: id,
    thread: id.exactOptional(),
    direct: z.boolean(),
  }),
})

/** What a modal remembers: the form it asks, and the place it was opened from. */
export type Metadata = Pick<Form, 'flow' | 'item' | 'seen' | 'choice'> & { readonly place: Place }

/** The memory of a modal as its private metadata. */
export const writeMetadata = ({ flow, item, seen, choice, place }: Metadata): string => {
  const { platform, team, conversation, thread, direct } = place
  return JSON.stringify({ flow, item, seen, choice, place: { platform, team, conversation, thread, direct } })
}

/** What a modal was; nothing when its memory was not written by us. */
export const readMetadata = (text: string): Metadata | undefined => metadataShape.safeParse(parsed(text)).data
