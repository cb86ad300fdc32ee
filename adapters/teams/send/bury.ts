import type { Sending } from './sending.ts'

/** Where something was to be written. */
type Where = { readonly team: string; readonly conversation: string }

/** The bot is not let in there: nothing is sent there any more, and whoever can do something about it is told once. */
export const bury = async (
  {
    references,
    onUnreachable,
    onFault,
  }: Pick<Sending, 'onUnreachable' | 'onFault'> & {
    readonly references: Pick<Sending['references'], 'at' | 'died'>
  },
  { team, conversation }: Where,
  why: string,
): Promise<void> => {
  try {
    if (!(await references.died(team, conversation, why))) return
    const user = (await references.at(team, conversation))?.user
    await onUnreachable?.({ team, conversation, ...(user === undefined ? {} : { user }), why })
  } catch (error) {
    onFault('a conversation of Teams that is gone could not be kept as such', { team, conversation, error })
  }
}
