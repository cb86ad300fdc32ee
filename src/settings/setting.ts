import { z } from 'zod'
import { isLoopback } from '../process/loopback.ts'

/** One setting of the environment: how its text is read, its default, what it means, and what a right value is. */
export type Setting<Value> = {
  readonly schema: z.ZodType<Value, string>
  readonly fallback: string
  readonly meaning: string
  readonly write: string
}

/** A setting from its four parts, in the order a person asks for them. */
export const setting = <Value>(
  schema: z.ZodType<Value, string>,
  fallback: string,
  meaning: string,
  write: string,
): Setting<Value> => ({ schema, fallback, meaning, write })

/** Text that is a whole number of at most `most`. */
export const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value <= most)

/** Reads an unset setting as nothing. */
export const orNothing = <Value>(schema: z.ZodType<Value, string>) =>
  z.union([z.literal('').transform(() => undefined), schema])

/** An address that secrets may be sent to: https, or http on this machine alone. */
export const secureUrl = z
  .string()
  .refine(URL.canParse)
  .transform((text) => new URL(text))
  .refine(({ protocol, hostname }) => protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)))
