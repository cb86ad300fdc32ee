import { request } from 'node:http'
import { text } from 'node:stream/consumers'

type Call = {
  readonly method?: string
  readonly headers?: { readonly [name: string]: string }
  readonly body?: string
}

/** One request as any program could make it, also with headers a browser would not let a page set. */
export const webCall = (url: string, { method = 'GET', headers = {}, body }: Call = {}) =>
  new Promise<{ status: number; headers: { [name: string]: unknown }; body: string }>((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, async (response) => {
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: await text(response).catch(() => ''),
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Posts JSON to an address of the web chat and reads the answer. */
export const webAct = async (address: string, act: string, body: unknown) => {
  const came = await webCall(`${address}api/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: came.status, body: JSON.parse(came.body) }
}

let made = 0

/** A key as the page would make it. */
export const webKey = (): string => `key-${String(++made).padStart(8, '0')}`
