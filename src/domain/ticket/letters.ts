/** The letters before a ticket's number, `HX` of `HX-7`; of what is no ticket's number, nothing. */
export const lettersOf = (ticket: unknown): string | undefined =>
  /^([A-Z][A-Z0-9]{0,7})-[1-9]\d{0,14}$/.exec(String(ticket))?.[1]
