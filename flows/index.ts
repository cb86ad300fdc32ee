import type { Flow } from '../src/chat/flow.ts'
import { acknowledge } from './acknowledge.ts'
import { agreeDowngrade } from './agree-downgrade.ts'
import { answer } from './answer.ts'
import { approve } from './approve.ts'
import { ask } from './ask.ts'
import { assess } from './assess.ts'
import { cancel } from './cancel.ts'
import { channels } from './channels.ts'
import { claim } from './claim.ts'
import { classify } from './classify.ts'
import { close } from './close.ts'
import { contactFlow } from './contact.ts'
import { contest } from './contest.ts'
import { declineDowngrade } from './decline-downgrade.ts'
import { duplicate } from './duplicate.ts'
import { duty } from './duty.ts'
import { escalate } from './escalate.ts'
import { helpWith } from './help.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { chinese, english, language } from './language.ts'
import { levels } from './levels.ts'
import { link } from './link.ts'
import { linkConfirm } from './link-confirm.ts'
import { linkRefuse } from './link-refuse.ts'
import { log } from './log.ts'
import { more } from './more.ts'
import { notSolved } from './not-solved.ts'
import { note } from './note.ts'
import { outOfScope } from './out-of-scope.ts'
import { override } from './override.ts'
import { preview } from './preview.ts'
import { queue } from './queue.ts'
import { rate } from './rate.ts'
import { reassign } from './reassign.ts'
import { refuse } from './refuse.ts'
import { reopen } from './reopen.ts'
import { report } from './report.ts'
import { resolve } from './resolve.ts'
import { risk } from './risk.ts'
import { solved } from './solved.ts'
import { status } from './status.ts'
import { tickets } from './tickets.ts'
import { told } from './told.ts'
import { unlink } from './unlink.ts'
import { update } from './update.ts'
import { welcome } from './welcome.ts'
import { why } from './why.ts'

/** Every conversation, in the order help lists them: to begin, to work, to agree, to look up. */
const conversations: readonly Flow[] = [
  ...[report, log, claim, queue, home, tickets, status],
  ...[reassign, classify, assess, override, update, note, ask, more, resolve, duplicate, outOfScope],
  ...[answer, approve, refuse, solved, notSolved, close, rate, reopen, cancel],
  ...[agreeDowngrade, declineDowngrade, contest, escalate, acknowledge, contactFlow, risk],
  ...[
    history,
    told,
    why,
    preview,
    levels,
    channels,
    duty,
    language,
    english,
    chinese,
    link,
    linkConfirm,
    linkRefuse,
    unlink,
    welcome,
  ],
]

/** The explicit list of conversations; a new one is added above and nowhere else. */
export const flows: readonly Flow[] = [...conversations, helpWith(conversations)]
