import type { WebPerson } from '../../who.ts'
import { Mark } from './icons.tsx'

const hues = 12

/** The person's initials, or a Chinese name's last characters, on a colour of their own. Nobody: the bot. */
export const Avatar = ({ person, name }: { person?: WebPerson | undefined; name?: string | undefined }) => {
  const shown = person?.name ?? name
  if (shown === undefined)
    return (
      <span class="avatar bot" aria-hidden="true">
        <Mark />
      </span>
    )
  return (
    <span class="avatar" style={{ '--hue': hueOf(person?.id ?? shown) }} aria-hidden="true">
      {initialsOf(shown)}
    </span>
  )
}

const hueOf = (text: string): number =>
  [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973, 7) % hues

const initialsOf = (name: string): string => {
  const characters = [...name.trim()]
  if (/\p{Script=Han}/u.test(name)) return characters.slice(-2).join('')
  const words = name.trim().split(/\s+/)
  return words
    .filter((_, index) => index === 0 || index === words.length - 1)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}
