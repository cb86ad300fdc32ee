const names = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i

/** Why the web chat cannot listen there, or nothing. It knows nobody's password, so only this machine may reach it. */
export const bindProblem = (host: string): string | undefined =>
  names.test(host) || host === '::1'
    ? undefined
    : `The web chat has no sign-in yet and cannot listen on ${host}: whoever reaches it is everyone. Use 127.0.0.1, ::1 or localhost.`

/** The headers by which a browser says whose page is asking. */
export type Asked = {
  readonly host?: string | undefined
  readonly origin?: string | undefined
  readonly 'sec-fetch-site'?: string | string[] | undefined
}

/** Whether the request names this machine. A foreign name that resolves to it (DNS rebinding) does not. */
export const isForThisMachine = ({ host = '' }: Asked): boolean => names.test(host.replace(/:\d+$/, ''))

/** Whether the chat's own page is asking, and no other page of the same browser (cross-site request). */
export const isFromOwnPage = ({ host, origin, 'sec-fetch-site': site }: Asked): boolean =>
  (origin === undefined || origin === `http://${host}`) &&
  (site === undefined || site === 'same-origin' || site === 'none')
