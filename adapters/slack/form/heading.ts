import { plainClip } from '../../shared/plain-clip.ts'
import { lengthOf, plainText } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'

/** A modal's title, and the whole of it as small print where Slack's 24 characters do not hold it. */
export const heading = (title: string): { readonly short: string; readonly whole?: string } => {
  const whole = plainText(title).replaceAll('\n', ' ').trim()
  const { title: max } = limits.view
  if (lengthOf(whole) <= max) return { short: whole }
  // `HX-1 · Impact and urgency`: the act is the title, the ticket stands below it.
  const last = whole.split(' · ').at(-1) ?? whole
  // Words are not cut where there are any.
  return { short: plainClip(last, max).replace(/ \S*…$/, '…'), whole }
}
