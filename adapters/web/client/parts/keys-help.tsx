import { useEffect, useRef } from 'preact/hooks'
import { pageLanguage } from '../page-language.ts'
import { Cross } from './icons.tsx'
import { goals, listenToKeys } from './keys.ts'

/** The keys of the page, shown with `?`. The browser keeps the keyboard in it, and gives it back. */
export const KeysHelp = ({ onOpener }: { onOpener: (open: () => void) => void }) => {
  const { words } = pageLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const open = () => dialog.current?.showModal()
    onOpener(open)
    return listenToKeys(open)
  }, [])
  const rows: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['j', 'k'], words.keys.step],
    [['Enter'], words.keys.thread],
    [['c'], words.keys.compose],
    [['Ctrl', 'Enter'], words.keys.send],
    [['Esc'], words.keys.close],
    ...goals.map((goal) => [['g', goal], words.keys.go[goal]] as const),
    [['?'], words.keys.help],
  ]
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">{words.keys.title}</h2>
        <button
          type="button"
          class="icon"
          aria-label={words.close}
          title={words.close}
          onClick={() => dialog.current?.close()}
        >
          <Cross />
        </button>
      </header>
      <dl>
        {rows.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
