import type { WebPerson } from '../../who.ts'
import { speak } from '../state/acts.ts'
import { deskOf } from '../state/desk.ts'
import { closePane, switchPane } from '../state/panes.ts'
import { people } from '../state/people.ts'
import { textsOf } from '../state/replies.ts'
import type { Language } from '../wire.ts'
import { Avatar } from './avatar.tsx'
import { Cross } from './icons.tsx'

const languages: readonly { readonly language: Language; readonly label: string }[] = [
  { language: 'en', label: 'EN' },
  { language: 'zh-CN', label: '中文' },
]

/** Whose chat this is, and in which language they are spoken to. */
export const PaneHead = ({ person, closable }: { person: WebPerson; closable: boolean }) => {
  const words = textsOf(person.id)
  return (
    <header class="pane-head">
      <Avatar person={person} />
      <div class="who">
        <select
          aria-label={words.paneOf}
          value={person.id}
          onChange={({ currentTarget }) => {
            const { value } = currentTarget
            currentTarget.value = person.id
            switchPane(person.id, value)
          }}
        >
          {people.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <small>
          {person.role} · {person.org}
        </small>
      </div>
      <fieldset class="languages">
        <legend class="hidden">{words.language}</legend>
        {languages.map(({ language, label }) => (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={person.language === language}
            onClick={() => person.language !== language && speak(deskOf(person.id), language)}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {closable && (
        <button
          type="button"
          class="icon"
          aria-label={words.closePane(person.name)}
          title={words.closePane(person.name)}
          onClick={() => closePane(person.id)}
        >
          <Cross />
        </button>
      )}
    </header>
  )
}
