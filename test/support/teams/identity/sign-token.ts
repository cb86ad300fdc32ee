import { createHmac, type KeyObject, sign } from 'node:crypto'

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token as RFC 7519 says; `key` signs it. No algorithm means no signature. */
export const signToken = (
  header: { readonly alg: string; readonly [name: string]: unknown },
  claims: { readonly [name: string]: unknown },
  key: KeyObject | string,
): string => {
  const said = `${encoded(header)}.${encoded(claims)}`
  if (header.alg === 'none') return `${said}.`
  const signature =
    typeof key === 'string'
      ? createHmac('sha256', key).update(said)
      : { digest: () => sign('sha256', Buffer.from(said), key) }
  return `${said}.${Buffer.from(signature.digest()).toString('base64url')}`
}
