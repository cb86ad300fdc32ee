import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { securityHeaders } from './http.ts'

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Addresses that people share: the page itself shows what they name. */
const views: readonly string[] = ['/tickets']

/** Serves the built page from memory: only the files that were in its folder at the start have an address. */
export const readAssets = async (folder: string) => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => extname(name) in types)
  if (!names.includes('index.html'))
    throw new Error(
      `The web chat's page is not built: there is no index.html in ${folder}. Run npm run build.`,
    )
  const files = new Map(
    await Promise.all(
      names.map(async (name) => {
        const content = await readFile(join(folder, name))
        const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`
        return [
          name === 'index.html' ? '/' : `/${name}`,
          { content, etag, type: types[extname(name)] },
        ] as const
      }),
    ),
  )

  /** Answers when a file of the page is asked for; false: it is something else. */
  return (path: string, request: IncomingMessage, response: ServerResponse): boolean => {
    const file = files.get(views.includes(path) ? '/' : path)
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const fresh = request.headers['if-none-match'] === file.etag
    response.writeHead(fresh ? 304 : 200, {
      ...securityHeaders,
      'content-type': file.type,
      'cache-control': 'no-cache',
      etag: file.etag,
    })
    response.end(fresh || request.method === 'HEAD' ? undefined : file.content)
    return true
  }
}
