/**
 * Whether a link leads to one of these hosts, or a host below one, and nowhere else: an encrypted connection, no name before the
 * host, no port of its own. A name that only looks like one of them is none of them (T59).
 */
export const leadsTo = (link: string, hosts: readonly string[]): boolean => {
  if (!URL.canParse(link)) return false
  const { protocol, username, password, port, hostname } = new URL(link)
  const there = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  return protocol === 'https:' && username === '' && password === '' && port === '' && there
}
