import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { submit } from '../state/acts.ts'
import type { Desk, OpenForm } from '../state/desk.ts'
import { closeForm, typeInto } from '../state/forms.ts'
import { textsOf } from '../state/replies.ts'
import { focusComposer } from './composer-focus.ts'
import { FieldView } from './field.tsx'
import { focusCard } from './focus.ts'
import { Cross } from './icons.tsx'

type Props = { desk: Desk; open: OpenForm }

const focusable = 'button, input, textarea, select'

/** A form at the side of the chat. The keyboard stays in it; Escape closes it; what was typed stays until it was accepted. */
export const FormPanel = ({ desk, open }: Props) => {
  const words = textsOf(desk.person)
  const panel = useRef<HTMLDivElement>(null)
  const { form, problems, mended, values, state } = open
  const heading = `form-${open.id}`
  const left = problems.filter(({ field }) => !mended.includes(field))
  const general = left.filter(({ field }) => !form.fields.some(({ name }) => name === field))

  useLayoutEffect(() => {
    const { opener, spot, from } = open
    // Where nothing is asked, what sends it has the focus.
    const fields = panel.current?.querySelector<HTMLElement>('.fields :is(input, textarea, select)')
    ;(fields ?? panel.current?.querySelector<HTMLElement>('footer button[type=submit]'))?.focus()
    return () => {
      const pane = panel.current?.closest('.pane') ?? null
      requestAnimationFrame(() => {
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
        else if (!focusCard(pane, from)) focusComposer(desk.person, spot)
      })
    }
  }, [])
  useEffect(() => {
    if (problems.length > 0) panel.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [problems])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      if (state === 'open') void submit(desk, open)
    }
    if (event.key !== 'Tab') return
    const all = [...(panel.current?.querySelectorAll<HTMLElement>(focusable) ?? [])]
    const [first, last] = [all[0], all.at(-1)]
    const end = event.shiftKey ? first : last
    if (document.activeElement !== end) return
    event.preventDefault()
    ;(event.shiftKey ? last : first)?.focus()
  }
  return (
    <div
      ref={panel}
      class="panel"
      role="dialog"
      aria-modal="true"
      aria-labelledby={heading}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (state === 'open') void submit(desk, open)
        }}
      >
        <header>
          <h2 id={heading}>{form.title}</h2>
          <button
            type="button"
            class="icon"
            aria-label={words.close}
            title={words.close}
            onClick={() => closeForm(desk)}
          >
            <Cross />
          </button>
        </header>
        <div class="fields">
          {form.intro !== undefined && <p class="intro">{form.intro}</p>}
          {form.fields.map((field) => (
            <FieldView
              key={field.name}
              id={`${open.id}-${field.name}`}
              field={field}
              value={values[field.name] ?? ''}
              problem={left.find((problem) => problem.field === field.name)?.message}
              words={words}
              onChange={(value) => typeInto(desk, field.name, value)}
            />
          ))}
        </div>
        <footer>
          <div role="alert">
            {open.no !== undefined && <p class="no">{open.no}</p>}
            {general.map(({ message }) => (
              <p key={message} class="no">
                {message}
              </p>
            ))}
            {left.length > general.length && <p class="no">{words.form.check}</p>}
          </div>
          <button type="submit" class="primary" aria-busy={state === 'sending'}>
            {state === 'sending' ? words.form.sending : form.submit}
          </button>
          <button type="button" onClick={() => closeForm(desk)}>
            {words.cancel}
          </button>
        </footer>
      </form>
    </div>
  )
}
