import { useEffect } from 'preact/hooks'
import { BlockView } from '../parts/block.tsx'
import { FormPanel } from '../parts/form-panel.tsx'
import { PrivateCardView } from '../parts/private-card.tsx'
import { Toasts } from '../parts/toasts.tsx'
import { TopBar } from '../parts/top-bar.tsx'
import { deskOf } from '../state/desk.ts'
import { people, personOf } from '../state/people.ts'
import { textsOf } from '../state/replies.ts'
import { address, goTo } from './address.ts'
import { Filters } from './filters.tsx'
import { found, reading, readTickets } from './found.ts'

/** A list is read again when somebody comes back to the page, and so often while they look at it. */
const againMs = 60_000

/** The pages beside this one. */
const Pages = ({ person }: { person: string }) => {
  const words = textsOf(person)
  const { previous, next } = found.value?.card?.list?.controls ?? {}
  const to = (label: string, where: string | undefined) =>
    where !== undefined && (
      <button type="button" onClick={() => goTo({ person, words: where })}>
        {label}
      </button>
    )
  if (previous === undefined && next === undefined) return null
  return (
    <nav class="pages" aria-label={words.tickets.pages}>
      {to(words.tickets.previous, previous)}
      {to(words.tickets.next, next)}
    </nav>
  )
}

/** Tickets as a table, by an address that can be shared: whoever opens it sees what they may see. */
export const TicketsPage = () => {
  const here = address.value
  const person = personOf(here?.person ?? '')
  useEffect(() => {
    if (here !== undefined) void readTickets(here)
  }, [here])
  const desk = deskOf(person?.id ?? '')
  const shown = desk.cards.value.at(-1)
  const busy = Object.values(desk.pressed.value).includes('busy')
  useEffect(() => {
    // What was pressed or sent may have changed what the list says.
    if (here !== undefined && !busy && found.value !== undefined) void readTickets(here)
  }, [busy, desk.form.value === undefined])
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible' && address.value) void readTickets(address.value)
    }
    const timer = setInterval(again, againMs)
    addEventListener('focus', again)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', again)
    }
  }, [])
  if (here === undefined || person === undefined) return null
  const words = textsOf(person.id)
  const { card, failed } = found.value ?? {}
  const spot = { conversation: `direct:${person.id}` }
  const title = card?.title ?? words.tickets.title
  return (
    <>
      <TopBar />
      <main class="tickets" lang={person.language} aria-busy={reading.value}>
        <header>
          <h2 dir="auto">{title}</h2>
          <label class="as">
            <span>{words.tickets.as}</span>
            <select
              value={person.id}
              onChange={({ currentTarget }) => goTo({ person: currentTarget.value, words: here.words })}
            >
              {people.value.map(({ id, name, role, org }) => (
                <option key={id} value={id}>
                  {name} · {role} · {org}
                </option>
              ))}
            </select>
          </label>
          <a class="to-chat" href={`/#${encodeURIComponent(person.id)}`}>
            {words.tickets.toChat}
          </a>
        </header>
        {card?.list?.controls && <Filters controls={card.list.controls} person={person.id} words={words} />}
        <div class="found">
          <Toasts desk={desk} />
          <article class="card" aria-label={title}>
            {failed !== undefined && <p class="text">{failed}</p>}
            {card?.blocks.map((block, index) =>
              block.type === 'details' ? null : (
                <BlockView
                  key={index}
                  block={block}
                  language={person.language}
                  desk={desk}
                  spot={spot}
                  id="tickets"
                />
              ),
            )}
            <Pages person={person.id} />
          </article>
          {shown && (
            <ul class="aside">
              <PrivateCardView key={shown.id} desk={desk} person={person} shown={shown} />
            </ul>
          )}
          {desk.form.value && <FormPanel key={desk.form.value.id} desk={desk} open={desk.form.value} />}
        </div>
        <p class="spoken" aria-live="polite">
          {reading.value ? '' : title}
        </p>
      </main>
    </>
  )
}
