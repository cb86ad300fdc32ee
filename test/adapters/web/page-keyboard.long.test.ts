import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser } from '../../support/browser.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

/** What has the focus, as it would be read out, and whether its outline or its frame shows it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return { name: '', visible: false }
    const frame = element.closest('.box') ?? element
    const { outlineStyle, boxShadow } = getComputedStyle(frame)
    const name = element.ariaLabel ?? element.textContent ?? ''
    return { name, visible: outlineStyle !== 'none' || boxShadow !== 'none' }
  })

describe.skipIf(!hasBrowser)('the page by keyboard', () => {
  const stage = webStage()

  it('reaches everything, shows where one is, and leads on from chat to chat', async () => {
    const page = await stage.open(['zhao', 'li'])
    const names: string[] = []
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      const { name, visible } = await focused(page)
      if (name === '') break
      expect(visible, name).toBe(true)
      names.push(name)
    }
    for (const name of [
      /Switch to dark/,
      /Zhao Min/,
      /Whose chat this is/,
      /中文/,
      /Close Zhao Min/,
      /Huaxing/,
      /Messages in Accord/,
      /Our VPN has been down/,
      /Message Accord/,
      /Send/,
      /Close Li Wei/,
      /Engineers/,
    ])
      expect(
        names.some((one) => name.test(one)),
        String(name),
      ).toBe(true)
  })

  it('reports, answers, fills in a form and comes back to where one was, without a mouse', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    await zhao.pane.locator('.composer textarea').focus()
    await page.keyboard.type('the mail is slow')
    await page.keyboard.press('Enter')
    await zhao.sees(/HX-7 was accepted/)
    await expect.poll(async () => (await focused(page)).name).toBe('Reply in this thread')
    while ((await focused(page)).name !== 'Not solved HX-7') await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(async () => page.locator('.panel textarea:focus').count()).toBe(1)
    const panel = zhao.pane.getByRole('dialog')
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab')
      expect(await panel.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Shift+Tab')
      expect(await panel.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await focused(page)).name).toBe('Not solved HX-7')
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await focused(page)).name).toBe('Message Accord')
  })

  it('reads out what others say where one is, once', async () => {
    const page = await stage.open(['zhao', 'li'])
    const [zhao, li] = [webPerson(page, 'zhao'), webPerson(page, 'li')]
    await zhao.go({ in: 'Huaxing' })
    await zhao.sees(/Your team and the supplier read this/)
    await li.say('back in five minutes', { in: 'Huaxing' })
    const spoken = zhao.pane.locator('[aria-live=polite].spoken')
    await expect.poll(() => spoken.textContent()).toBe('Li Wei: back in five minutes')
    expect(await li.pane.locator('.spoken').textContent()).toBe('')
  })

  it('keeps a chosen word of an input method from being sent', async () => {
    const page = await stage.open(['zhao'])
    const composer = page.locator('.composer textarea')
    await composer.fill('全公司')
    await composer.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    expect(await composer.inputValue()).toBe('全公司')
  })

  it('stands still for those who asked for less motion', async () => {
    const page = await stage.open(['zhao'], { reducedMotion: 'reduce' })
    await webPerson(page, 'zhao').say('the mail is slow')
    await page.locator('.thread').waitFor()
    expect(await page.evaluate('document.getAnimations().length')).toBe(0)
  })
})
