import { agreed } from './en/agreed.ts'
import { app } from './en/app.ts'
import { asked } from './en/asked.ts'
import { buttons } from './en/buttons.ts'
import { card } from './en/card.ts'
import { common } from './en/common.ts'
import { events } from './en/events.ts'
import { flows } from './en/flows.ts'
import { frame } from './en/frame.ts'
import { helping } from './en/helping.ts'
import { home } from './en/home.ts'
import { hours } from './en/hours.ts'
import { lines } from './en/lines.ts'
import { link } from './en/link.ts'
import { lists } from './en/lists.ts'
import { notices } from './en/notices.ts'
import { refusals } from './en/refusals.ts'
import { replies } from './en/replies.ts'
import { slackReplies } from './en/slack-replies.ts'
import { teams } from './en/teams.ts'
import { ticket } from './en/ticket.ts'
import { views } from './en/views.ts'
import { why } from './en/why.ts'

/** English, British spelling. One area, one file; this shape is the shape of every language. */
export const en = {
  app,
  asked,
  common,
  teams,
  ticket,
  buttons,
  refusals,
  lines,
  link,
  lists,
  card,
  hours,
  views,
  agreed,
  why,
  events,
  notices,
  flows,
  helping,
  home,
  frame,
  replies,
  slackReplies,
}
