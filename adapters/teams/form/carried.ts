import { z } from 'zod'
import { type Press, pressOf } from '../../../src/chat/card.ts'
import type { Form } from '../../../src/chat/form.ts'
import { identityShape, pressShape } from '../../shared/press.ts'

const identity = z.strictObject(identityShape)

const shape = z.strictObject({
  press: pressShape.exactOptional(),
  form: identity.exactOptional(),
  back: z.literal(true).exactOptional(),
  frame: z.enum(['over', 'own']).exactOptional(),
  thread: z.string().min(1).max(100).exactOptional(),
  once: z.string().min(1).max(100).exactOptional(),
})

type Identity = Pick<Form, 'flow' | 'item' | 'seen' | 'choice'>

/**
 * What a button or a form of ours carries: which act on which item, and where it stood. Nothing else in it is trusted; who
 * acts and in which conversation is the platform's word.
 */
export type Carried = {
  readonly press?: Press
  readonly form?: Identity
  readonly back?: true
  /** Absent: the button stands in a card of the bot. See `Frame`. */
  readonly frame?: 'over' | 'own'
  /** The thread a window was opened from, which Teams does not tell again. */
  readonly thread?: string
  /** Which drawing of a form it is: however often it is sent, it has one effect. */
  readonly once?: string
}

const identityOf = ({ flow, item, seen, choice }: Identity): Identity => ({
  flow,
  ...(item === undefined ? {} : { item }),
  ...(seen === undefined ? {} : { seen }),
  ...(choice === undefined ? {} : { choice }),
})

/** The data of an action; Teams adds the values of the card's inputs beside `accord`. */
export const carry = ({ press, form, ...rest }: Carried): { readonly accord: Carried } => ({
  accord: {
    ...(press === undefined ? {} : { press: pressOf(press) }),
    ...(form === undefined ? {} : { form: identityOf(form) }),
    ...rest,
  },
})

/** What the data of an action carries; nothing when it was not written by us. */
export const readCarried = (data: unknown): Carried | undefined =>
  z.object({ accord: shape }).safeParse(data).data?.accord
