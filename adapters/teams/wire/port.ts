/**
 * The port to the Teams SDK: all that the rest of this adapter knows of it. `sdk.ts` implements it with
 * `@microsoft/teams-ai`; its successor implements the same.
 */

/** An activity as it came over the wire: authenticated, of the right basic shape, otherwise as Microsoft sent it. */
export type Incoming = { readonly [name: string]: unknown }

/** An activity as it is sent: type, text, attachments. Plain JSON. */
export type Outgoing = { readonly [name: string]: unknown }

/** What the HTTP request of an activity is answered with. `body` is an invoke's. */
export type Answered = { readonly status: number; readonly body?: unknown }

/** A conversation as the connector addresses it; a thread of a channel is part of its id. */
export type To = { readonly serviceUrl: string; readonly conversation: string }

/** Why a call to the connector failed. */
export type ConnectorFailure =
  /** The connector answered with a refusal. */
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly code?: string
      readonly message?: string
      /** What `Retry-After` asks for, ms. */
      readonly retryAfter?: number
    }
  /** It surely was not sent: no connection was made, or no token was had. */
  | { readonly kind: 'not_sent'; readonly why: string }
  /** It may have arrived: the answer never came. */
  | { readonly kind: 'unknown'; readonly why: string }

/** What a call to the connector comes to. One attempt each: the SDK's own retries are switched off. */
export type Called<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ConnectorFailure }

export type TeamsPort = {
  /**
   * Authenticates an activity and hands it to `turn`, whose result answers the request. Anything that is not proven to come
   * from Microsoft is a bare 401 and never reaches `turn`; the reason goes to the log alone (T39).
   */
  readonly receive: (
    authorization: string | undefined,
    activity: Incoming,
    turn: (activity: Incoming) => Promise<Answered>,
  ) => Promise<Answered>
  /** The id of the message that now stands there. */
  readonly send: (to: To, activity: Outgoing) => Promise<Called<string>>
  readonly update: (to: To, id: string, activity: Outgoing) => Promise<Called<undefined>>
  /** The id in the directory of whoever is in a conversation, by any id of theirs; nothing where Teams does not say it. */
  readonly member: (to: To, user: string) => Promise<Called<string | undefined>>
  /** The bot's personal conversation with somebody of a tenant: its id. */
  readonly openDirect: (person: {
    readonly serviceUrl: string
    readonly tenant: string
    readonly user: string
  }) => Promise<Called<string>>
}
