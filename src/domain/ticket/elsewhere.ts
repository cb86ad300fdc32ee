/** What words in a ticket's record have to do with another ticket. */
export type Elsewhere = {
  /** What a contact decided on a request of another ticket, which was merged into this one. */
  readonly decided?: { readonly verdict: 'approved' | 'refused'; readonly ticket: string }
  /** They were reported as that ticket, and are about that one alone. */
  readonly apartAs?: string
}
