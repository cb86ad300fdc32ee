/** A stretch of what somebody said, or somebody it names. `otherwise`: what was typed, should it be no mention at all. */
export type Piece = string | { readonly named: string; readonly otherwise: string }
