import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findings } from '../support/axe.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import type { Program } from '../support/program.ts'
import { startProgram } from '../support/program.ts'
import { webAct, webKey } from '../support/web-call.ts'

const artefacts = join(import.meta.dirname, '../../artefacts')

const reports = [
  ['emma', 'Our VPN has been down for the whole office since nine'],
  ['emma', 'The printer on floor 3 is jammed'],
  ['zhao', '全公司都连不上VPN了'],
  ['zhao', '三楼打印机卡纸，打印不了合同'],
  ['zhao', '邮箱收不到外部邮件'],
] as const

describe.skipIf(!hasBrowser)('tickets as a table', () => {
  let program: Program
  let browser: Browser
  beforeAll(async () => {
    mkdirSync(artefacts, { recursive: true })
    ;[program, browser] = await Promise.all([startProgram(), openBrowser()])
    for (const [as, text] of reports) {
      const said = await webAct(program.address, 'say', {
        ...{ as, conversation: `direct:${as}`, text },
        key: webKey(),
      })
      expect(said.status).toBe(200)
    }
  })
  afterAll(async () => {
    await browser.close()
    expect(await program.stop()).toBe(0)
  })

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(new URL(path, program.address).href)
    await page.locator('.tickets tbody tr, .tickets .text').first().waitFor()
    return page
  }
  const scene = (page: Page, name: string) =>
    page.screenshot({ path: join(artefacts, `tickets-${name}.png`), fullPage: true })
  const numbers = (page: Page) => page.locator('.tickets tbody tr td:first-child').allInnerTexts()
  const ids = async (page: Page) =>
    (await numbers(page)).map((cell) => /[A-Z]+-\d+/.exec(cell)?.[0] ?? cell).toSorted()

  it('has an address that shows each visitor what they may see, and no more (I9)', async () => {
    const li = await open('/tickets?q=open#as=li')
    expect(await ids(li)).toEqual(['BB-1', 'BB-2', 'HX-1', 'HX-2', 'HX-3'])
    await scene(li, 'li-wide')
    const shared = new URL(li.url())
    for (const [as, seen] of [
      ['zhao', ['HX-1', 'HX-2', 'HX-3']],
      ['emma', ['BB-1', 'BB-2']],
    ] as const) {
      const page = await open(`${shared.pathname}${shared.search}#as=${as}`)
      expect(await ids(page), as).toEqual(seen)
      expect(await page.locator('.filters').textContent()).not.toContain(as === 'zhao' ? 'Bluebird' : '华')
      await page.context().close()
    }
    await li.context().close()
  })

  it('is limited by mouse and by keyboard, and the address follows, there and back', async () => {
    const page = await open('/tickets?q=open#as=li')
    await page.locator('.filters label:has(span:text-is("客户")) select').selectOption({ index: 2 })
    await expect.poll(() => ids(page)).toEqual(['BB-1', 'BB-2'])
    expect(decodeURIComponent(page.url())).toContain('customer:')
    await page.goBack()
    await expect.poll(() => ids(page)).toHaveLength(5)
    await page.locator('.find input').focus()
    await page.keyboard.type('打印机')
    await page.keyboard.press('Enter')
    await expect.poll(() => ids(page)).toEqual(['HX-2'])
    await page.locator('.find input').fill('no such thing')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.tickets .text').allInnerTexts()).toHaveLength(1)
    await page.context().close()
  })

  it('lets a ticket be taken where it stands, and opened beside the list', async () => {
    const page = await open('/tickets?q=unclaimed#as=li')
    const before = (await ids(page)).length
    await page.locator('tbody tr').first().getByRole('button').click()
    await expect.poll(async () => (await ids(page)).length).toBe(before - 1)
    await page.context().close()
  })

  it.each([
    ['emma', 'light', 375],
    ['emma', 'dark', 1440],
    ['zhao', 'dark', 375],
    ['chen', 'light', 1440],
  ] as const)(
    'is readable for %s, %s, %i px, with nothing for axe to find',
    async (as, colorScheme, width) => {
      const page = await open(`/tickets?q=open#as=${as}`, { viewport: { width, height: 900 }, colorScheme })
      await scene(page, `${as}-${colorScheme}-${width}`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
      expect(await findings(page)).toEqual([])
      await page.context().close()
    },
  )
})
