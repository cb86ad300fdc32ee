import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type Fields, fieldsOf } from '../../fake/fields.ts'

/** Arguments that Slack takes as JSON text when they come in a form. */
const structured = new Set(['blocks', 'view', 'attachments', 'metadata', 'message', 'files', 'unfurls'])

const parsed = (value: string): unknown => {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

const fromForm = (entries: Iterable<[string, unknown]>): Fields =>
  Object.fromEntries(
    [...entries].map(([name, value]) => [
      name,
      structured.has(name) && typeof value === 'string' ? parsed(value) : value,
    ]),
  )

/** The arguments of a call: those of the address, then those of the body, whether form, multipart or JSON. */
export const readBody = async (request: IncomingMessage, url: URL): Promise<Fields> => {
  const bytes = await buffer(request)
  const type = request.headers['content-type'] ?? ''
  const query = fromForm(url.searchParams)
  if (type.includes('json')) return { ...query, ...fieldsOf(parsed(bytes.toString('utf8'))) }
  if (type.includes('multipart/form-data')) {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
    return { ...query, ...fromForm(form.entries()) }
  }
  return { ...query, ...fromForm(new URLSearchParams(bytes.toString('utf8'))) }
}
