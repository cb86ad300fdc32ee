import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { TokenKeys } from './token-keys.ts'

const cipher = 'aes-256-gcm'
const tagLength = 16

/** What a sealed token belongs to: it cannot be opened for another workspace. */
export type Owner = { readonly platform: string; readonly team: string }

const bound = ({ platform, team }: Owner): Buffer => Buffer.from(JSON.stringify([platform, team]))

/**
 * Encrypts tokens for the database and back: `id.iv.tag.text`, bound to its owner. `old` says that it was sealed with
 * another key than the first one and should be sealed again. Throws, naming the key's id, when the ring has not that key.
 */
export const createTokenBox = (keys: TokenKeys) => ({
  seal: (owner: Owner, token: string): string => {
    const [{ id, key }] = keys
    const iv = randomBytes(12)
    const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagLength }).setAAD(bound(owner))
    const text = Buffer.concat([sealing.update(token, 'utf8'), sealing.final()])
    return [id, ...[iv, sealing.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.')
  },
  open: (owner: Owner, sealed: string): { readonly token: string; readonly old: boolean } => {
    const [id = '', ...parts] = sealed.split('.')
    const [iv, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
    const place = keys.findIndex((key) => key.id === id)
    const key = keys[place]?.key
    const whose = `The token of the ${owner.platform} workspace ${owner.team}`
    if (key === undefined)
      throw new Error(
        `${whose} is encrypted with the key \`${id}\`, which is not in TOKEN_KEYS. Add that key again, or install the app there anew.`,
      )
    try {
      if (iv === undefined || tag === undefined || text === undefined) throw new Error('a part is missing')
      const opening = createDecipheriv(cipher, key, iv, { authTagLength: tagLength }).setAAD(bound(owner))
      opening.setAuthTag(tag)
      return { token: opening.update(text, undefined, 'utf8') + opening.final('utf8'), old: place > 0 }
    } catch (cause) {
      throw new Error(
        `${whose} cannot be decrypted: the key \`${id}\` in TOKEN_KEYS is another one than it was encrypted with, or the row was changed. Put the right key there, or install the app there anew.`,
        { cause },
      )
    }
  },
})
