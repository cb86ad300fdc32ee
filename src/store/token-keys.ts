import { no, type Result, yes } from '../domain/result.ts'

/** A key of the ring: its id stands beside what it encrypted, so that keys can be changed while the bot works. */
export type TokenKey = { readonly id: string; readonly key: Buffer }

/** The first key encrypts, all decrypt. */
export type TokenKeys = readonly [TokenKey, ...TokenKey[]]

const read = (part: string): TokenKey | undefined => {
  const [, id, text] = /^\s*([\w-]{1,40}):([A-Za-z0-9+/_-]+={0,2})\s*$/.exec(part) ?? []
  const key = Buffer.from(text ?? '', 'base64')
  return id !== undefined && key.length === 32 ? { id, key } : undefined
}

/** Reads `id:base64,id:base64`: each id once, each key 32 bytes. The problem never repeats the text, which is secret. */
export const readTokenKeys = (text: string): Result<TokenKeys, 'unreadable' | 'same_id'> => {
  const keys = text.split(',').map(read)
  const [first, ...rest] = keys.filter((key) => key !== undefined)
  if (first === undefined || rest.length + 1 < keys.length) return no('unreadable')
  if (new Set([first, ...rest].map(({ id }) => id)).size < keys.length) return no('same_id')
  return yes([first, ...rest])
}
