import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../src/domain/people/sides.ts'
import { texts } from '../../src/text/texts.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import type { OpenPlayground } from '../support/playground/open-playground.ts'
import { openPlaygroundPage } from '../support/playground/playground-page.ts'
import { startPlaygroundProgram } from '../support/playground/playground-program.ts'
import { startPlaygroundStory } from '../support/playground/playground-story.ts'
import { people } from '../support/playground/playground-towns.ts'
import { botIn, offering, type Shown, saying } from '../support/playground/watch-playground.ts'

const artefacts = join(import.meta.dirname, '../../artefacts')
const { li, chen } = people

type Told = {
  readonly language: Language
  readonly bot: string
  readonly start: (language: Language) => Promise<OpenPlayground & { readonly end: () => Promise<void> }>
  readonly id: string
  readonly report: string
  readonly solution: string
  readonly reason: string
  readonly again: string
}

const stories: readonly Told[] = [
  {
    ...{ language: 'zh-CN', bot: 'the program itself', start: startPlaygroundProgram },
    ...{ id: 'HX-1', report: '全公司都连不上VPN了', solution: '重启了VPN网关' },
    ...{ reason: '分公司还是连不上', again: '分公司的网关也重启了' },
  },
  {
    ...{ language: 'en', bot: 'the bot', start: startPlaygroundStory },
    ...{
      id: 'BB-1',
      report: 'Our VPN has been down for everyone since nine',
      solution: 'Restarted the gateway',
    },
    ...{ reason: 'The branch office still cannot connect', again: 'Restarted the gateway of the branch' },
  },
]

describe.skipIf(!hasBrowser)('the page of the Agents Playground', () => {
  let browser: Browser
  beforeAll(async () => {
    mkdirSync(artefacts, { recursive: true })
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  const ends: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })

  /** The engineer proposes that it is solved, by the form over the card. */
  const resolves = async (town: OpenPlayground, card: Shown, language: Language, description: string) => {
    const t = texts(language)
    const claimed = await town.becomes(card, offering(t.buttons.resolve), 'a card with a way to resolve')
    const form = await town.presses(li, claimed, t.buttons.resolve)
    await town.presses(li, { ...card, ...form }, t.flows.form.send, { description })
  }

  it.each(stories)(
    'RS.0 RS.8 X2 M3.2 $bot in $language: a report typed, a solution rejected by the form over the card, then agreed and rated',
    async ({ language, start, id, report, solution, reason, again }) => {
      const t = texts(language)
      const story = await start(language)
      ends.push(story.end)
      const { town } = story
      const { page, elsewhere, turnTo, says, posts, card } = await openPlaygroundPage(browser, story)
      ends.push(() => page.close())
      const scene = (name: string) =>
        page.screenshot({ path: join(artefacts, `playground-${language}-${name}.png`) })
      const button = (words: string, name: string) => card(words).getByRole('button', { name, exact: true })

      await card(t.flows.welcome.customer).waitFor()
      await scene('1-welcome')
      await turnTo('General')
      await posts(report)
      await card(id).waitFor()
      await scene('2-receipt')

      const living = await story.sees(
        (one) => botIn(town.channel.id)(one) && offering(t.buttons.claim)(one),
        'the card',
      )
      await story.presses(li, living, t.buttons.claim)
      await resolves(story, living, language, solution)
      await button(solution, t.buttons.confirm_solution).waitFor()
      await scene('3-proposal')

      await button(solution, t.buttons.reject_solution).click()
      const send = page.getByRole('button', { name: t.flows.form.send, exact: true })
      await send.click()
      await page.getByText(t.teams.required).waitFor()
      await scene('4-form')
      await page.getByRole('textbox', { name: t.flows.rejectSolution.reason }).focus()
      await page.keyboard.type(reason)
      await page.keyboard.press('Tab')
      expect(await send.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true)
      await page.keyboard.press('Enter')
      await send.waitFor({ state: 'hidden' })
      await card(t.ticket.statuses.in_progress).waitFor()
      await scene('5-rejected')
      await story.becomes(living, saying(t.ticket.statuses.in_progress), 'work going on')

      await resolves(story, living, language, again)
      await button(again, t.buttons.confirm_solution).click()
      const asked = await story.told(chen, offering(t.buttons.close), 'what asks to close')
      await story.presses(chen, asked, t.buttons.close)
      await card(id).getByRole('button', { name: '5', exact: true }).click()
      await card(t.buttons.rate_again).waitFor()
      await scene('6-rated')
      await turnTo(town.channel.name)
      await card(t.ticket.statuses.closed).waitFor()
      await scene('7-engineers')
      await turnTo('Personal Chat')
      await says('my tickets')
      await card(t.lists.empty).waitFor()
      await scene('8-list')

      // The page asks for fonts and animations of its own; nothing else, and it gets none of it.
      expect(elsewhere().filter((url) => !/\.(woff2|min\.js)$/.test(url))).toEqual([])
      expect(story.refused()).toEqual([])
    },
  )
})
