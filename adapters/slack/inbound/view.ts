import { z } from 'zod'
import { readMetadata } from '../form/form-metadata.ts'
import { valuesOf } from '../form/form-values.ts'
import { actorOf } from './actor.ts'
import { type Heard, type HeardBy, ignored } from './heard.ts'
import { id, token, userShape } from './shapes.ts'
import { wayOf } from './way.ts'

const shape = z.object({
  user: userShape,
  trigger_id: token.nullish(),
  view: z.object({
    id,
    hash: z.string().nullish(),
    private_metadata: z.string(),
    state: z.object({ values: z.unknown() }).nullish(),
  }),
})

/**
 * A form that was sent. The view as it was shown is its key: sent again after a problem was shown at a field, it is the same
 * act until it takes effect, and never a second one. Another form shown in the same view has another hash.
 */
export const heardSubmission = (raw: unknown, team: string, { now }: HeardBy): Heard => {
  const read = shape.safeParse(raw)
  if (!read.success) return ignored('a malformed form')
  const { user, view, trigger_id } = read.data
  const metadata = readMetadata(view.private_metadata)
  if (metadata === undefined) return ignored('a form that is not the bot’s')
  const { place, ...form } = metadata
  const { who, assumed } = actorOf(user, team)
  return {
    kind: 'inbound',
    inbound: {
      kind: 'submit',
      key: ['view', view.id, ...(view.hash ? [view.hash] : [])].join('/'),
      who,
      place,
      at: now,
      form,
      values: valuesOf(view.state?.values),
    },
    files: [],
    assumed,
    way: wayOf({ trigger_id, view }),
  }
}
