import { render } from 'preact'
import { App } from './parts/app.tsx'
import { get } from './state/api.ts'
import { setClock, startClock } from './state/clock.ts'
import { follow } from './state/live.ts'
import { openPanes, panes } from './state/panes.ts'
import { inOrder, people } from './state/people.ts'
import { startTheme } from './state/theme.ts'
import { followAddress, isTickets } from './tickets/address.ts'
import { TicketsPage } from './tickets/tickets-page.tsx'
import type { SignIns } from './wire.ts'

const againMs = 1_000

/** Whoever is looked at for the first time is spoken to in the browser's language, from the first sight on. */
const meet = async (): Promise<void> => {
  const came = await get<SignIns>('/api/people', { as: panes.value.join(',') })
  if (came.ok) people.value = inOrder(came.body.people)
}

/** Gets the sign-in list, however long the server or the first organisation takes to be there; then shows and follows the chats. */
const start = async (): Promise<void> => {
  const came = await get<SignIns>('/api/people', {})
  const isSomebody = came.ok && came.body.people.length > 0
  if (came.ok) {
    people.value = inOrder(came.body.people)
    setClock(came.body.now)
    if (isTickets()) followAddress()
    else {
      openPanes()
      await meet()
      if (isSomebody) follow(came.body.cursor)
    }
    const root = document.getElementById('app')
    if (root) render(isTickets() ? <TicketsPage /> : <App />, root)
  }
  if (!isSomebody) setTimeout(start, againMs)
}

startTheme()
startClock()
void start()
