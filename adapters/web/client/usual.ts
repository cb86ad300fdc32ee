import type { WebPerson } from '../who.ts'
import type { Language } from './wire.ts'

/**
 * Whose chats a page opens with: a reporter's, the engineer's to whom a report goes first, a manager's. Among equals those
 * who read the browser's language.
 */
export const usual = (all: readonly WebPerson[], language: Language): readonly string[] => {
  const isReader = (person: WebPerson) => person.language === language
  const readers = [...all.filter(isReader), ...all.filter((person) => !isReader(person))]
  const first = (...roles: readonly string[]) =>
    readers.find((person) => person.roles.some((role) => roles.includes(role)))?.id
  const trio = [
    first('reporter'),
    all.find(({ onDuty }) => onDuty)?.id ?? first('engineer'),
    first('project_manager', 'team_lead', 'department_manager', 'service_director'),
  ]
  const found = [...new Set(trio.filter((id) => id !== undefined))]
  return found.length > 0 ? found : all.slice(0, 1).map(({ id }) => id)
}
