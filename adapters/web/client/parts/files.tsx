import type { ChatFile } from '../../../../src/chat/chat-log.ts'
import { isPicture } from '../../file-type.ts'
import { sizeWords } from '../size.ts'
import { textsOf } from '../state/replies.ts'
import { Paper } from './icons.tsx'

type Props = { files: readonly ChatFile[]; person: string }

/** The files of a message: pictures as they are, all others by name and size. */
export const Files = ({ files, person }: Props) => {
  const words = textsOf(person).files
  return (
    <ul class="files">
      {files.map(({ id, name, type, size }) => {
        const address = `/files/${id}?${new URLSearchParams({ as: person })}`
        return (
          <li key={id}>
            {isPicture(type) ? (
              <a class="picture" href={address} target="_blank" rel="noreferrer" title={name}>
                <img src={address} alt={name} loading="lazy" decoding="async" />
              </a>
            ) : (
              <a class="file" href={address} download={name} aria-label={words.download(name)}>
                <Paper />
                <span class="name" dir="auto">
                  {name}
                </span>
                <small>{sizeWords(size)}</small>
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}
