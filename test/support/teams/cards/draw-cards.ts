import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const library = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js')

/** What a reader of a card sees, and what a client did with its text. */
export type Seen = {
  readonly words: string
  /** Everything the client looked for Markdown in. */
  readonly markdown: readonly string[]
  readonly links: readonly string[]
  readonly headings: readonly string[]
  /** What a screen reader says when it comes to each field. */
  readonly fields: readonly string[]
}

type Official = typeof import('adaptivecards')

/** Draws cards with Microsoft's own renderer in a page of their own. */
export const drawCards = async (page: Page, cards: readonly unknown[]): Promise<readonly Seen[]> => {
  await page.setContent('<main></main>')
  await page.addScriptTag({ path: library })
  return page.evaluate((drawn: readonly unknown[]) => {
    const { AdaptiveCard, HostConfig } = (window as unknown as { AdaptiveCards: Official }).AdaptiveCards
    return drawn.map((json) => {
      const markdown: string[] = []
      AdaptiveCard.onProcessMarkdown = (text, result) => {
        markdown.push(text)
        const holder = document.createElement('p')
        holder.textContent = text
        result.outputHtml = holder.outerHTML
        result.didProcess = true
      }
      const card = new AdaptiveCard()
      card.hostConfig = new HostConfig({ actions: { maxActions: 6 } })
      card.parse(json)
      const root = document.createElement('section')
      document.querySelector('main')?.appendChild(root)
      const element = card.render()
      if (element === undefined) throw new Error('nothing was drawn')
      root.appendChild(element)
      const texts = (selector: string) =>
        [...root.querySelectorAll(selector)].map((one) => one.textContent ?? '')
      const labelled = [...root.querySelectorAll('input, select, textarea')].map((field) =>
        (field.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
      )
      const links = [...root.querySelectorAll('a')].map(({ href }) => href)
      const words = root.textContent ?? ''
      return { words, markdown, links, headings: texts('[role=heading]'), fields: labelled }
    })
  }, cards)
}
