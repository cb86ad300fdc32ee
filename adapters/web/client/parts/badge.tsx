import type { PageTexts } from '../texts.ts'

type Props = { waits: number | undefined; unread: number; words: PageTexts }

/** How much waits for somebody, as a number; of what is only news a dot. Both as sentences for the ear; nothing where there is nothing. */
export const Badge = ({ waits = 0, unread, words }: Props) => {
  const said = [...(waits === 0 ? [] : [words.waits(waits)]), ...(unread === 0 ? [] : [words.unread(unread)])]
  if (said.length === 0) return null
  return (
    <span class={waits === 0 ? 'dot' : 'badge'} title={said.join(' · ')}>
      {waits > 0 && <span aria-hidden="true">{waits > 99 ? '99+' : waits}</span>}
      <span class="hidden">{said.join(' · ')}</span>
    </span>
  )
}
