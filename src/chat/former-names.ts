/**
 * Flows that had another name in an earlier version, and the one they have now. Buttons and open forms stand in chats for
 * years, and cards wait in the outbox while a version changes: a press under a former name means what it meant when it was
 * drawn. A name that stands here is never given to another flow.
 */
export const formerNames: { readonly [former: string]: string } = {
  solved: 'confirm_solution',
  not_solved: 'reject_solution',
  acknowledge: 'acknowledge_escalation',
  duplicate: 'mark_duplicate',
  out_of_scope: 'mark_out_of_scope',
  link_confirm: 'confirm_link',
  link_refuse: 'refuse_link',
  language: 'prefer_language',
}

/** The flow's name now, under whichever name a button or form carries it. */
export const presentName = (flow: string): string =>
  (Object.hasOwn(formerNames, flow) ? formerNames[flow] : undefined) ?? flow
