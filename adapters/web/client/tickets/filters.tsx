import type { ListView } from '../../../../src/chat/list-view.ts'
import type { PageTexts } from '../texts.ts'
import { type Address, goTo } from './address.ts'

type Controls = NonNullable<ListView['controls']>
type Props = { controls: Controls; person: string; words: PageTexts }

const quoted = (text: string): string => text.replaceAll('"', ' ').trim().slice(0, 60)

/** What the list is limited by: each filter leads to the list of its option, the search to the same with other words. */
export const Filters = ({ controls: { label, filters, search }, person, words }: Props) => {
  const go = (to: Address['words']) => goTo({ person, words: to })
  const find = (text: string) =>
    go(quoted(text) === '' ? search.words : `${search.words} text:"${quoted(text)}"`.trim())
  return (
    <search class="filters" aria-label={label}>
      <form
        class="find"
        onSubmit={(event) => {
          event.preventDefault()
          find(String(new FormData(event.currentTarget).get('text') ?? ''))
        }}
      >
        <input
          key={search.text}
          type="search"
          name="text"
          maxLength={60}
          defaultValue={search.text}
          placeholder={search.label}
          aria-label={search.label}
        />
        <button type="submit">{words.tickets.search}</button>
      </form>
      {filters.map(({ name, label: title, options }) => {
        const chosen = options.find((option) => option.chosen)?.words ?? ''
        return (
          <label key={name} data-set={options[0]?.words !== chosen && name !== 'sort'}>
            <span>{title}</span>
            <select key={chosen} value={chosen} onChange={({ currentTarget }) => go(currentTarget.value)}>
              {options.map((option) => (
                <option key={option.words} value={option.words}>
                  {option.label}
                </option>
              ))}
            </select>
          </label>
        )
      })}
    </search>
  )
}
