/** What came back: the body, or why not. `status` 0: the server was not reached. */
export type Came<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly status: number; readonly error: string }

const call = async <Body>(path: string, init?: RequestInit): Promise<Came<Body>> => {
  try {
    const response = await fetch(path, init)
    const body = await response.json()
    return response.ok
      ? { ok: true, body }
      : { ok: false, status: response.status, error: String(body.error ?? 'other') }
  } catch {
    return { ok: false, status: 0, error: 'offline' }
  }
}

/** Reads from the server. */
export const get = <Body>(path: string, query: { readonly [name: string]: string | undefined }) => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return call<Body>(`${path}?${new URLSearchParams(given)}`)
}

/** Asks the server to do something, once. */
export const post = <Body>(path: string, body: unknown) =>
  call<Body>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Sends a file as it is. */
export const upload = <Body>(path: string, query: { readonly [name: string]: string }, file: File) =>
  call<Body>(`${path}?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })

/** The name of one act: sent again with it, it has one effect. */
export const newKey = (): string => crypto.randomUUID()

const pausesMs = [400, 800, 1_600, 3_200, 5_000, 5_000, 5_000]

/** Asks until the server has answered, for about twenty seconds. The body must carry the act's key. */
export const insist = async <Body>(path: string, body: unknown): Promise<Came<Body>> => {
  for (const pause of pausesMs) {
    const came = await post<Body>(path, body)
    if (came.ok || (came.status !== 0 && came.status < 500)) return came
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return post<Body>(path, body)
}
