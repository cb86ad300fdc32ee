import { pageLanguage } from '../page-language.ts'
import { connection } from '../state/live.ts'
import { theme, toggleTheme } from '../state/theme.ts'
import { Keyboard, Mark, Moon, Sun } from './icons.tsx'

/** The product's name, what this page is, whether it is connected, and the colours. */
export const TopBar = ({ onKeys }: { onKeys?: () => void }) => {
  const { words } = pageLanguage()
  const isDark = theme.value === 'dark'
  return (
    <header class="top">
      <h1 class="brand">
        <Mark />
        Accord
      </h1>
      <p class="demo">{words.demo}</p>
      <p class="connection" role="status">
        {connection.value === 'reconnecting' && <span class="reconnecting">{words.connecting}</span>}
      </p>
      {onKeys && (
        <button
          type="button"
          class="icon keys-button"
          onClick={onKeys}
          aria-label={words.keys.show}
          title={`${words.keys.show} (?)`}
        >
          <Keyboard />
        </button>
      )}
      <button
        type="button"
        class="icon"
        onClick={toggleTheme}
        aria-label={isDark ? words.theme.toLight : words.theme.toDark}
        title={isDark ? words.theme.toLight : words.theme.toDark}
      >
        {isDark ? <Sun /> : <Moon />}
      </button>
    </header>
  )
}
