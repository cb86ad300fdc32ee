import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { passingMs } from '../../adapters/web/client/passing.ts'
import { openBrowser } from './browser.ts'
import { buildPage, startWebChat, type WebChat } from './web-chat.ts'
import { openWebChat } from './web-person.ts'

/** `alone`: a page that nobody gets after it, as one whose clock is the test's. */
type Opening = BrowserContextOptions & { readonly alone?: true }

/** What passes after a moment can still be looked at on a busy machine. */
const holdPassingWords = (passing: number): void => {
  const set = window.setTimeout.bind(window)
  Object.assign(window, {
    setTimeout: (act: () => void, ms?: number, ...given: unknown[]) =>
      set(act, ms === passing ? 20 * passing : ms, ...given),
  })
}

/**
 * A web chat and a browser for the tests of one file. A page that reports an error fails its test. Who asks for nothing special
 * gets the page of the test before, loaded anew and with nothing remembered: to open one costs more than most tests.
 */
export const webStage = () => {
  let parts: { chat: WebChat; browser: Browser; drop: () => Promise<void> } | undefined
  let usual: Page | undefined
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
    for (const context of parts?.browser.contexts() ?? [])
      if (context !== usual?.context()) await context.close()
    expect(errors.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await parts?.browser.close()
    await parts?.chat.end()
    await parts?.drop()
  })
  const openNew = async (options: BrowserContextOptions): Promise<Page> => {
    const context = await standing().browser.newContext({
      viewport: { width: 1440, height: 900 },
      ...options,
    })
    await context.addInitScript(holdPassingWords, passingMs)
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (line) => {
      // A server that is away is not the page's mistake.
      const isAway = /Failed to load resource|ERR_CONNECTION|net::/.test(line.text())
      if (line.type() === 'error' && !isAway) errors.push(line.text())
    })
    return page
  }
  const openUsual = async (people: readonly string[]): Promise<Page> => {
    if (usual === undefined) {
      usual = await openNew({})
      return usual
    }
    await usual.unrouteAll({ behavior: 'ignoreErrors' })
    // An address that differs in its fragment alone would load nothing; another page between would cost a process.
    await usual.evaluate(
      (fragment) => {
        localStorage.clear()
        sessionStorage.clear()
        history.replaceState(null, '', fragment)
      },
      `#${people.join(',')}`,
    )
    await usual.reload()
    return usual
  }

  return {
    chat: () => standing().chat,
    /** Opens a page as these people. */
    open: async (people: readonly string[], { alone, ...options }: Opening = {}): Promise<Page> => {
      const isUsual = alone === undefined && Object.keys(options).length === 0
      const page = isUsual ? await openUsual(people) : await openNew(options)
      await openWebChat(page, standing().chat.address, people)
      return page
    },
  }
}
