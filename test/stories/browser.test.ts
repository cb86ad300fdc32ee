import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { hasBrowser, openBrowser } from '../support/browser.ts'
import type { Program } from '../support/program.ts'
import { startProgram } from '../support/program.ts'
import { openWebChat, webPerson } from '../support/web-person.ts'

const artefacts = join(import.meta.dirname, '../../artefacts')

const stories = [
  {
    language: 'en',
    reporter: 'emma',
    key: 'BB',
    text: 'Our VPN has been down for the whole office since nine',
  },
  {
    language: 'zh-CN',
    reporter: 'zhao',
    key: 'HX',
    text: '全公司都连不上VPN了',
  },
] as const

describe.skipIf(!hasBrowser)('the demo, played by clicking as three people', () => {
  let program: Program
  let browser: Browser
  beforeAll(async () => {
    mkdirSync(artefacts, { recursive: true })
    ;[program, browser] = await Promise.all([startProgram(), openBrowser()])
  })
  afterAll(async () => {
    await browser.close()
    expect(await program.stop()).toBe(0)
  })

  const scene = async (page: Page, name: string) =>
    page.screenshot({ path: join(artefacts, `story-${name}.png`) })

  it.each(stories)(
    'RS.0 RS.7 RS.8 X2 M2.C1 M3.2 in $language: report, claim, ask, resolve, reject, resolve, consent, close, rate',
    async ({ language, reporter, key, text }) => {
      const t = texts(language)
      const en = language === 'en'
      const page = await browser.newPage({ locale: language, viewport: { width: 1500, height: 950 } })
      await openWebChat(page, program.address, [reporter, 'li', 'chen'])
      const customer = webPerson(page, reporter)
      const staff = webPerson(page, 'li')
      const manager = webPerson(page, 'chen')
      // The supplier's people read Chinese; here all three speak the story's language.
      for (const { pane } of [staff, manager])
        await pane.getByRole('button', { name: en ? 'EN' : '中文', exact: true }).click()

      await customer.say(text)
      await customer.sees(`${key}-1`)
      await scene(page, `${language}-1-receipt`)

      await staff.sees(`${key}-1`)
      // From what the engineer alone is told, to the team's thread and back.
      await staff.pane
        .getByRole('button', { name: en ? /^In the thread in/ : /^查看“.*”中的话题$/ })
        .last()
        .click()
      await staff.pane.locator('.thread .root', { hasText: `${key}-1` }).waitFor()
      await staff.go({ in: 'Accord' })
      // The customer has a chat of their own, and no room in which it is talked about.
      expect(await customer.pane.locator('.to-thread').count()).toBe(0)

      await staff.press(t.buttons.claim, `${key}-1`)
      await customer.sees(/李伟/)
      await scene(page, `${language}-2-claimed`)

      await staff.press(t.buttons.ask, `${key}-1`)
      await scene(page, `${language}-3-ask-form`)
      await staff.pane.getByRole('dialog').waitFor()
      await staff.pane
        .getByRole('dialog')
        .getByRole('button', { name: /Close|关闭|Cancel|取消/ })
        .first()
        .click()

      await staff.press(t.buttons.resolve, `${key}-1`)
      await staff.fill({ [t.flows.resolve.description]: en ? 'Restarted the gateway' : '重启了网关' })
      await customer.sees(t.buttons.confirm_solution)
      await scene(page, `${language}-4-proposed`)
      await customer.press(t.buttons.reject_solution)
      await customer.fill({ [t.flows.rejectSolution.reason]: en ? 'Still down upstairs' : '楼上还是不通' })
      await staff.sees(en ? /Still down upstairs/ : /楼上还是不通/)

      await staff.press(t.buttons.resolve, `${key}-1`)
      await staff.fill({ [t.flows.resolve.description]: en ? 'Replaced the switch' : '更换了交换机' })
      await customer.sees(en ? /Replaced the switch/ : /更换了交换机/)
      await customer.press(t.buttons.confirm_solution)
      await manager.sees(t.buttons.close)
      await scene(page, `${language}-5-consented`)
      await manager.press(t.buttons.close)
      await customer.sees('5')
      await scene(page, `${language}-6-closed`)
      await customer.press('5')
      await page.waitForTimeout(1000)
      await scene(page, `${language}-7-rated`)
      await page.close()
    },
  )
})
