import type { en } from './en.ts'
import { agreed } from './zh-CN/agreed.ts'
import { app } from './zh-CN/app.ts'
import { asked } from './zh-CN/asked.ts'
import { buttons } from './zh-CN/buttons.ts'
import { card } from './zh-CN/card.ts'
import { common } from './zh-CN/common.ts'
import { events } from './zh-CN/events.ts'
import { flows } from './zh-CN/flows.ts'
import { frame } from './zh-CN/frame.ts'
import { helping } from './zh-CN/helping.ts'
import { home } from './zh-CN/home.ts'
import { hours } from './zh-CN/hours.ts'
import { lines } from './zh-CN/lines.ts'
import { link } from './zh-CN/link.ts'
import { lists } from './zh-CN/lists.ts'
import { notices } from './zh-CN/notices.ts'
import { refusals } from './zh-CN/refusals.ts'
import { replies } from './zh-CN/replies.ts'
import { slackReplies } from './zh-CN/slack-replies.ts'
import { teams } from './zh-CN/teams.ts'
import { ticket } from './zh-CN/ticket.ts'
import { views } from './zh-CN/views.ts'
import { why } from './zh-CN/why.ts'

/** Simplified Chinese, in the terms of the field. */
export const zhCN: typeof en = {
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
