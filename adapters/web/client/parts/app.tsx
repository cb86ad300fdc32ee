import { useEffect, useState } from 'preact/hooks'
import { pageLanguage } from '../page-language.ts'
import { active, openPanes, panes, visible, wide } from '../state/panes.ts'
import { people } from '../state/people.ts'
import { KeysHelp } from './keys-help.tsx'
import { Pane } from './pane.tsx'
import { PeopleBar } from './people-bar.tsx'
import { SkipLinks } from './skip-links.tsx'
import { TopBar } from './top-bar.tsx'

/** The whole page: who one can be, and the chats of those one is. */
export const App = () => {
  const { language, words } = pageLanguage()
  const [showKeys, setShowKeys] = useState({ open: () => {} })
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    addEventListener('hashchange', openPanes)
    return () => removeEventListener('hashchange', openPanes)
  }, [])
  return (
    <>
      <SkipLinks />
      <TopBar onKeys={showKeys.open} />
      <PeopleBar />
      <main class="panes" data-count={visible.value.length}>
        {people.value.length === 0 && <p class="nobody">{words.nobody}</p>}
        {visible.value.map((person) => (
          <Pane
            key={person}
            person={person}
            closable={wide.value && panes.value.length > 1}
            active={person === active.value && visible.value.length > 1}
          />
        ))}
      </main>
      <KeysHelp onOpener={(open) => setShowKeys({ open })} />
    </>
  )
}
