import { useRef } from 'preact/hooks'
import { type Attached, attach, detach } from '../state/attachments.ts'
import type { Desk } from '../state/desk.ts'
import { textsOf } from '../state/replies.ts'
import type { Spot } from '../wire.ts'
import { Clip, Cross, Paper } from './icons.tsx'

type Props = { desk: Desk; spot: Spot }

/** The button that adds files to what is written. */
export const AttachButton = ({ desk, spot }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  const words = textsOf(desk.person).files
  return (
    <>
      <button
        type="button"
        class="icon"
        aria-label={words.add}
        title={words.add}
        onClick={() => input.current?.click()}
      >
        <Clip />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          attach(desk, spot, currentTarget.files ?? [])
          currentTarget.value = ''
        }}
      />
    </>
  )
}

/** What was added and is not sent yet; each can be taken away. */
export const AttachedList = ({ desk, spot, files }: Props & { files: readonly Attached[] }) => {
  const words = textsOf(desk.person).files
  if (files.length === 0) return null
  return (
    <ul class="attached">
      {files.map(({ key, name, file }) => (
        <li key={key} aria-busy={file === undefined}>
          <Paper />
          <span class="name" dir="auto">
            {name}
          </span>
          {file === undefined && <small role="status">{words.adding}</small>}
          <button
            type="button"
            class="icon"
            aria-label={words.remove(name)}
            title={words.remove(name)}
            onClick={() => detach(desk.person, spot, key)}
          >
            <Cross />
          </button>
        </li>
      ))}
    </ul>
  )
}
