/** Text that can be kept for ever and shown everywhere: no NUL, no half of a character. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0')

/** Text that says something. */
export const isFilled = (value: unknown): value is string => isText(value) && value.trim() !== ''

/** A set of fields: no list, no text, not nothing. */
export const isObject = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const platforms: readonly unknown[] = ['web', 'slack', 'teams']

/** Where something stands, in the ids of a platform there is. */
export const isConversation = (value: unknown): boolean =>
  isObject(value) && platforms.includes(value.platform) && isText(value.team) && isFilled(value.conversation)
