import { z } from 'zod'
import type { Press } from '../../src/chat/card.ts'

const word = z.string().min(1).max(200)

/** What a button or a form carries: who acts is the platform's word. */
export const identityShape = {
  flow: z.string().regex(/^[a-z][a-z0-9_.-]{0,63}$/),
  item: word.exactOptional(),
  seen: z.int().min(0).exactOptional(),
  choice: word.exactOptional(),
}

/** What a button carries, and nothing else: beside its identity which words it stands for. */
export const pressShape = z.strictObject({
  ...identityShape,
  typed: z
    .string()
    .regex(/^\d{1,18}$/)
    .exactOptional(),
})

/** JSON, or nothing. */
export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A press as the value of a button. */
export const writePress = ({ flow, item, seen, choice, typed }: Press): string =>
  JSON.stringify({ flow, item, seen, choice, typed })

/** The press a button's value says; nothing when it was not written by us. */
export const readPress = (value: string): Press | undefined => pressShape.safeParse(parsed(value)).data
