import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openBrowser } from './browser.ts'
import { buildPage, startWebChat, type WebChat } from './web-chat.ts'
import { openWebChat } from './web-person.ts'

/** A web chat and a browser for the tests of one file. A page that reports an error fails its test. */
export const webStage = () => {
  let parts: { chat: WebChat; browser: Browser; drop: () => Promise<void> } | undefined
  const errors: string[] = []
  const standing = () => {
    if (!parts) throw new Error('The stage is not up yet')
    return parts
  }
  beforeAll(async () => {
    const { assets, drop } = await buildPage()
    parts = { chat: await startWebChat(assets), browser: await openBrowser(), drop }
  })
  afterEach(async () => {
    for (const context of parts?.browser.contexts() ?? []) await context.close()
    expect(errors.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await parts?.browser.close()
    await parts?.chat.end()
    await parts?.drop()
  })
  return {
    chat: () => standing().chat,
    /** Opens a page as these people. */
    open: async (people: readonly string[], options: BrowserContextOptions = {}): Promise<Page> => {
      const { browser, chat } = standing()
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (line) => {
        // A server that is away is not the page's mistake.
        const isAway = /Failed to load resource|ERR_CONNECTION|net::/.test(line.text())
        if (line.type() === 'error' && !isAway) errors.push(line.text())
      })
      await openWebChat(page, chat.address, people)
      return page
    },
  }
}
