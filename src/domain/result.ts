/** What a decision comes to: a value, or an expected no with its reason. Faults are thrown, never returned. */
export type Result<Value, No> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly no: No }

/** The yes. */
export const yes = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })

/** The expected no: a refusal, a problem, never a fault. */
export const no = <No>(no: No): Result<never, No> => ({ ok: false, no })
