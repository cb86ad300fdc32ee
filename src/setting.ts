import { z } from 'zod'

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
