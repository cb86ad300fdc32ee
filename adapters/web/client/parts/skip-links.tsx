import { pageLanguage } from '../page-language.ts'
import { deskOf, shownOn } from '../state/desk.ts'
import { activate, visible } from '../state/panes.ts'
import { personOf } from '../state/people.ts'
import { focusComposer } from './composer-focus.ts'

/** The first stops of the keyboard: past the list of people, to where each person writes. */
export const SkipLinks = () => {
  const { words } = pageLanguage()
  const go = (id: string) => {
    const desk = deskOf(id)
    activate(id)
    focusComposer(id, shownOn(desk).at(-1) ?? { conversation: desk.conversation.value })
  }
  return (
    <nav class="skips" aria-label={words.skips}>
      {visible.value.map((id) => (
        <a
          key={id}
          href={location.hash || '#'}
          onClick={(event) => {
            event.preventDefault()
            go(id)
          }}
        >
          {words.skipTo(personOf(id)?.name ?? id)}
        </a>
      ))}
    </nav>
  )
}
