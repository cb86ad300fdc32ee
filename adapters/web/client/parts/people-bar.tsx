import { useEffect, useRef } from 'preact/hooks'
import type { WebPerson } from '../../who.ts'
import { pageLanguage } from '../page-language.ts'
import { deskOf } from '../state/desk.ts'
import { inboxOf, unread, unreadOf, waits } from '../state/inbox.ts'
import { active, leastUsed, most, panes, showPerson, wide } from '../state/panes.ts'
import { people, personOf } from '../state/people.ts'
import { textsOf, toast } from '../state/replies.ts'
import { Avatar } from './avatar.tsx'
import { Badge } from './badge.tsx'

/** Everybody one can be. On a narrow screen these are the tabs. */
export const PeopleBar = () => {
  const { words } = pageLanguage()
  return (
    <nav class="people" aria-label={words.peopleHint}>
      {people.value.map((person) => (
        <PersonChip key={person.id} person={person} />
      ))}
    </nav>
  )
}

const PersonChip = ({ person }: { person: WebPerson }) => {
  const { words } = pageLanguage()
  const open = panes.value.includes(person.id)
  const shown = wide.value ? open : active.value === person.id
  const chip = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (shown && !wide.value) chip.current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [shown, wide.value])
  const news = shown ? 0 : open ? unreadOf(inboxOf(person.id).value) : (unread.value[person.id] ?? 0)
  const adds = wide.value && !open && panes.value.length < most
  const instead = wide.value && !open && !adds ? personOf(leastUsed.value ?? '') : undefined
  const hint = instead === undefined ? words.showPane(person.name) : words.inPlace(person.name, instead.name)
  const look = (): void => {
    const gone = personOf(showPerson(person.id) ?? '')
    if (gone !== undefined && wide.value)
      toast(deskOf(person.id), 'good', textsOf(person.id).gaveWay(gone.name, most))
  }
  return (
    <button
      ref={chip}
      type="button"
      class="chip"
      aria-pressed={shown}
      title={adds ? words.addPane(person.name) : hint}
      onClick={look}
    >
      <Avatar person={person} />
      <span class="who" lang={person.language}>
        <b>{person.name}</b>
        <small>
          {person.role} · {person.org}
        </small>
      </span>
      <Badge waits={waits.value[person.id]} unread={news} words={words} />
    </button>
  )
}
