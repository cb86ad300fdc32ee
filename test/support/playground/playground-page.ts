import type { Browser, Locator, Page } from 'playwright-core'
import type { OpenPlayground } from './open-playground.ts'

/** What one does at the Playground's page, with mouse and keyboard. */
export type PlaygroundPage = {
  readonly page: Page
  /** What the page wanted from elsewhere, and did not get. */
  readonly elsewhere: () => readonly string[]
  /** Turns to a chat or a channel. */
  readonly turnTo: (name: string) => Promise<void>
  /** Says something in the chat. */
  readonly says: (text: string) => Promise<void>
  /** Begins a thread in the channel, with the bot mentioned. */
  readonly posts: (text: string) => Promise<void>
  /** The newest card with these words. */
  readonly card: (words: string) => Locator
}

/** Opens the page of a Playground, which gets nothing from anywhere else. */
export const openPlaygroundPage = async (
  browser: Browser,
  { address, town }: Pick<OpenPlayground, 'address' | 'town'>,
): Promise<PlaygroundPage> => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1100 }, timezoneId: town.zone })
  const elsewhere: string[] = []
  await page.route('**', (route) => {
    const { origin, href } = new URL(route.request().url())
    if (origin === address) return route.continue()
    elsewhere.push(href)
    return route.abort()
  })
  await page.goto(address)
  await page.getByRole('button', { name: 'Hide log panel' }).click()

  return {
    page,
    elsewhere: () => elsewhere,
    turnTo: async (name) => {
      await page.getByRole('treeitem', { name }).click()
    },
    says: async (text) => {
      await page.getByRole('textbox').last().click()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    posts: async (text) => {
      await page.getByText('Start a new post').waitFor()
      await page.getByRole('textbox').first().click()
      await page.keyboard.type('@')
      await page.getByRole('menuitem', { name: 'Accord' }).click()
      await page.keyboard.type(` ${text}`)
      await page.getByRole('button', { name: 'Post', exact: true }).click()
    },
    card: (words) => page.locator('.ac-adaptiveCard').filter({ hasText: words }).last(),
  }
}
