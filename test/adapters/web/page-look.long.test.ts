import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { findings } from '../../support/axe.ts'
import { hasBrowser } from '../../support/browser.ts'
import { webPeople } from '../../support/web-chat.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

const pictures = 'artefacts/web'
const said = {
  en: {
    talk: 'Morning! Is anybody else without mail?',
    report: '@Accord Our VPN has been down for the whole office since nine',
    direct: 'The printer on the second floor jams',
  },
  'zh-CN': {
    talk: '早上好！还有谁收不到邮件吗？',
    report: '@运维 全公司都连不上VPN了',
    direct: '二楼的打印机一直卡纸',
  },
} as const

/** Takes the page's picture in both colour schemes; neither may have a finding of any weight, nor a sideways scroll. */
const look = async (page: Page, name: string) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${pictures}/${name}-${colorScheme}.png` })
    expect(await findings(page), `${name} ${colorScheme}`).toEqual([])
  }
  const scrolls = 'document.documentElement.scrollWidth > document.documentElement.clientWidth'
  expect(await page.evaluate(scrolls), name).toBe(false)
}

/** What is too small for a finger, by what it says. */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, textarea, input, .files a')]
      .filter(
        (one) =>
          one.checkVisibility({ visibilityProperty: true }) &&
          one.closest('[inert], .radios, .skips') === null,
      )
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect()
        return width > 0 && (height < 40 || width < 40)
      })
      .map((one) => `${one.ariaLabel ?? one.textContent} ${one.offsetWidth}×${one.offsetHeight}`),
  )

describe.skipIf(!hasBrowser)('the look of the page', () => {
  const stage = webStage()
  beforeAll(() => mkdir(pictures, { recursive: true }))

  it.each([
    ['en', 1440],
    ['en', 375],
    ['zh-CN', 1440],
    ['zh-CN', 375],
  ] as const)('is right for all readers of %s at %i px, light and dark', async (language, width) => {
    const { people } = stage.chat()
    for (const person of webPeople) people.set(person.id, { ...person, language })
    const viewport = { width, height: width > 1000 ? 900 : 740 }
    const page = await stage.open(['zhao', 'li', 'chen'], { viewport, locale: language })
    const show = async (name: string) => {
      await look(page, `${language}-${width}-${name}`)
      if (width < 500) expect(await tooSmall(page), name).toEqual([])
    }
    const words = said[language]
    const chinese = language === 'zh-CN'
    const [zhao, li] = [webPerson(page, 'zhao'), webPerson(page, 'li')]

    await show('1-first')
    await zhao.say(words.talk, { in: 'Huaxing' })
    await zhao.say(words.report)
    await zhao.sees(/HX-7.*(accepted|受理)/)
    await zhao.press(chinese ? '更多' : 'More')
    await zhao.sees(chinese ? '仅您可见' : 'Only you see this')
    await show('2-thread')
    await zhao.press(chinese ? '未解决' : 'Not solved')
    await zhao.fill({ 'What still fails': 'x' })
    await show('3-form')
    await page.keyboard.press('Escape')
    if (width > 1000) await li.go({ in: 'Huaxing' })
    await zhao.go({ in: 'Huaxing' })
    await zhao.say(words.direct, { in: 'Accord' })
    await zhao.pane.locator('.thread').waitFor()
    await zhao.pane.locator('.thread > header button').click()
    await zhao.go({ in: 'Huaxing' })
    await show('4-room')
  })
})
