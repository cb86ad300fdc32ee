const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const parsed = (address: string): URL | undefined => {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}

/** Whether an address is this machine's own. */
export const isLoopbackUrl = (address: string): boolean => loopback.test(parsed(address)?.hostname ?? '')

const matches = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1
    : host === pattern

/**
 * Tells whether an address is one the bot may call with its token: https, on one of the hosts (exact, or any below
 * `*.suffix`), without anything that makes it read differently than it is. This machine's own hosts, when listed, may be
 * plain and on any port.
 */
export const createMayCall = (hosts: readonly string[]): ((address: string) => boolean) => {
  const patterns = hosts.map((host) => (host === '::1' ? '[::1]' : host.toLowerCase()))
  return (address) => {
    const url = parsed(address)
    if (url === undefined || url.username !== '' || url.password !== '') return false
    if (/[?#\\\s]/.test(address)) return false
    const { hostname, protocol, port } = url
    if (!patterns.some((pattern) => matches(hostname, pattern))) return false
    if (loopback.test(hostname)) return protocol === 'http:' || protocol === 'https:'
    return protocol === 'https:' && port === ''
  }
}
