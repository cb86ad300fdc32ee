import type { Context } from '../../chat/flow.ts'

type Stands = Pick<Context, 'message' | 'files'>

/** The message that words were said in and the files that came with it, as far as there are any. */
export const standsOf = ({
  message,
  files,
}: { readonly [Part in keyof Stands]: Stands[Part] | undefined }): Stands => ({
  ...(message === undefined ? {} : { message }),
  ...(files === undefined ? {} : { files }),
})
