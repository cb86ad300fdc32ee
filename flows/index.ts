import type { Flow } from '../src/chat/flow.ts'
import { duty } from './duty.ts'
import { helpWith } from './help.ts'
import { home } from './home.ts'
import { endQuiet, keepQuiet } from './keep-quiet.ts'
import { levels } from './levels.ts'
import { overview } from './overview.ts'
import { chinese, english, preferLanguage } from './prefer-language.ts'
import { channels } from './rooms/channels.ts'
import { confirmLink } from './rooms/confirm-link.ts'
import { link } from './rooms/link.ts'
import { refuseLink } from './rooms/refuse-link.ts'
import { unlink } from './rooms/unlink.ts'
import { acknowledgeEscalation } from './ticket/acknowledge-escalation.ts'
import { addMessage } from './ticket/add-message.ts'
import { agreeDowngrade } from './ticket/agree-downgrade.ts'
import { agreeMerge } from './ticket/agree-merge.ts'
import { answer } from './ticket/answer.ts'
import { approve } from './ticket/approve.ts'
import { asIncident } from './ticket/as-incident.ts'
import { asRequest } from './ticket/as-request.ts'
import { ask } from './ticket/ask.ts'
import { assess } from './ticket/assess.ts'
import { cancel } from './ticket/cancel.ts'
import { claim } from './ticket/claim.ts'
import { classify } from './ticket/classify.ts'
import { close } from './ticket/close.ts'
import { confirmSolution } from './ticket/confirm-solution.ts'
import { contactFlow } from './ticket/contact.ts'
import { contest } from './ticket/contest.ts'
import { declineDowngrade } from './ticket/decline-downgrade.ts'
import { declineMerge } from './ticket/decline-merge.ts'
import { escalate } from './ticket/escalate.ts'
import { find } from './ticket/find.ts'
import { history } from './ticket/history.ts'
import { log } from './ticket/log.ts'
import { markDuplicate } from './ticket/mark-duplicate.ts'
import { markOutOfScope } from './ticket/mark-out-of-scope.ts'
import { mine } from './ticket/mine.ts'
import { more } from './ticket/more.ts'
import { note } from './ticket/note.ts'
import { override } from './ticket/override.ts'
import { preview } from './ticket/preview.ts'
import { queue } from './ticket/queue.ts'
import { rate } from './ticket/rate.ts'
import { reassign } from './ticket/reassign.ts'
import { refuse } from './ticket/refuse.ts'
import { rejectSolution } from './ticket/reject-solution.ts'
import { reopen } from './ticket/reopen.ts'
import { report } from './ticket/report.ts'
import { resolve } from './ticket/resolve.ts'
import { risk } from './ticket/risk.ts'
import { split } from './ticket/split.ts'
import { status } from './ticket/status.ts'
import { tickets } from './ticket/tickets.ts'
import { told } from './ticket/told.ts'
import { update } from './ticket/update.ts'
import { why } from './ticket/why.ts'
import { welcome } from './welcome.ts'

/** Every conversation, in the order help lists them: to begin, to work, to agree, to look up. */
const conversations: readonly Flow[] = [
  ...[report, log, claim, queue, home, overview, status, tickets, mine, find],
  ...[
    reassign,
    classify,
    assess,
    override,
    asRequest,
    asIncident,
    update,
    note,
    ask,
    more,
    resolve,
    markDuplicate,
    split,
    markOutOfScope,
  ],
  ...[answer, approve, refuse, confirmSolution, rejectSolution, close, rate, reopen, cancel],
  ...[agreeDowngrade, declineDowngrade, agreeMerge, declineMerge],
  ...[contest, escalate, acknowledgeEscalation, contactFlow, risk],
  ...[
    history,
    told,
    why,
    preview,
    levels,
    channels,
    duty,
    preferLanguage,
    english,
    chinese,
    keepQuiet,
    endQuiet,
    link,
    confirmLink,
    refuseLink,
    unlink,
    welcome,
    addMessage,
  ],
]

/** The explicit list of conversations; a new one is added above and nowhere else. */
export const flows: readonly Flow[] = [...conversations, helpWith(conversations)]
