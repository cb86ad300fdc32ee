import type { Desk } from '../state/desk.ts'
import { closeForm } from '../state/forms.ts'
import { focusComposer } from './composer-focus.ts'

/** Closes the open thread: one goes on writing in its conversation. */
export const leaveThread = (desk: Desk): void => {
  desk.thread.value = undefined
  focusComposer(desk.person, { conversation: desk.conversation.value })
}

/** Closes what was opened last: the form, else the thread. Whether there was something to close. */
export const leave = (desk: Desk): boolean => {
  if (desk.form.value !== undefined) closeForm(desk)
  else if (desk.thread.value !== undefined) leaveThread(desk)
  else return false
  return true
}
