import type { Language } from '../domain/people/sides.ts'
import type { Card } from './card.ts'
import type { Form, Problem } from './form.ts'

/** The answer to the person who acted, at once, as a returned value: an adapter shows it only to them, or opens the form. */
export type Reply = Spoken &
  /** Done; what there is to see arrives as announcements. */
  (
    | { readonly kind: 'done'; readonly saying?: string }
    | { readonly kind: 'show'; readonly card: Card }
    | { readonly kind: 'ask'; readonly form: Form }
    /** `form`: the one the problems are in, where it is known, for platforms that have to draw it again. */
    | { readonly kind: 'amend'; readonly problems: readonly Problem[]; readonly form?: Form }
    /** An expected no: what is true now, who and when, the next step. Nothing changed. */
    | { readonly kind: 'refuse'; readonly saying: string; readonly form?: Form }
    /** A fault of ours: logged under the reference, nothing changed that was not announced. */
    | { readonly kind: 'fault'; readonly saying: string; readonly reference: string }
  )

/** How the person is spoken to, where that is known: the frame around an answer speaks the same. */
type Spoken = { readonly language?: Language; readonly zone?: string }
