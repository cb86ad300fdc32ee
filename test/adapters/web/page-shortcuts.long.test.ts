import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser } from '../../support/browser.ts'
import { ticketCard } from '../../support/web-bot.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    return element instanceof HTMLElement ? (element.ariaLabel ?? element.textContent ?? '') : ''
  })

describe.skipIf(!hasBrowser)('single keys', () => {
  const stage = webStage()
  const blur = (page: Page) =>
    page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())

  it('move between messages, write, go, and are listed; in a field they are letters', async () => {
    const page = await stage.open(['zhao', 'li'])
    const [zhao, li] = [webPerson(page, 'zhao'), webPerson(page, 'li')]
    await zhao.go({ in: 'Huaxing' })
    for (const text of ['one', 'two', 'three']) await zhao.say(text)
    await zhao.sees('three')
    await page.keyboard.type('jkc?g')
    const composer = zhao.pane.locator('.conversation .composer textarea')
    expect(await composer.inputValue()).toBe('jkc?g')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await composer.fill('')
    await blur(page)
    const onMessage = () =>
      page.evaluate(() => document.activeElement?.querySelector('.words')?.textContent ?? '')
    await page.keyboard.press('k')
    expect(await onMessage()).toBe('three')
    await page.keyboard.press('k')
    expect(await onMessage()).toBe('two')
    await page.keyboard.press('j')
    expect(await onMessage()).toBe('three')
    await page.keyboard.press('Enter')
    await zhao.pane.locator('.thread').waitFor()
    await page.keyboard.press('Escape')
    await zhao.pane.locator('.thread').waitFor({ state: 'detached' })
    await blur(page)
    await page.keyboard.press('c')
    await expect.poll(() => focused(page)).toBe('Message Huaxing')
    await blur(page)
    await page.keyboard.type('ga')
    await expect.poll(() => focused(page)).toBe('Message Accord')
    await blur(page)
    await page.keyboard.type('gc')
    await expect.poll(() => focused(page)).toBe('Message Huaxing')
    await blur(page)
    await page.keyboard.type('gp')
    await expect.poll(() => page.locator('.pane[data-active=true]').getAttribute('data-person')).toBe('li')
    await blur(page)
    await page.keyboard.type('gt')
    await expect.poll(() => focused(page)).toBe('Message Engineers')
    await blur(page)
    await page.keyboard.type('gu')
    await li.sees('three')
    await blur(page)
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys' })
    await help.waitFor()
    for (const words of ['next and previous message', 'write', 'send a form', 'to what is unread'])
      expect(await help.getByText(words, { exact: true }).count(), words).toBe(1)
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
  })

  it('closes what is open with one Escape, whatever has the focus and before anything got it', async () => {
    const page = await stage.open(['zhao', 'li'])
    const zhao = webPerson(page, 'zhao')
    await zhao.go({ in: 'Huaxing' })
    await zhao.say('one')
    await zhao.sees('one')
    const thread = zhao.pane.locator('.thread')
    // What is still being sent has no thread yet, and takes no focus.
    const message = zhao.pane.locator('.conversation .message:not(.pending)', { hasText: 'one' }).last()
    await message.waitFor()
    const gone = () => thread.waitFor({ state: 'detached' })
    // A busy machine: no frame comes, so nothing that waits for one has happened yet.
    await page.evaluate(() => Object.assign(window, { requestAnimationFrame: () => 0 }))
    await message.focus()
    await page.keyboard.press('Enter')
    await thread.waitFor()
    await message.focus()
    await page.keyboard.press('Escape')
    await gone()
    await message.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('jot')
    expect(await thread.locator('textarea').inputValue()).toBe('jot')
    await thread.locator('textarea').fill('')
    await blur(page)
    await page.keyboard.type('gajot')
    expect(await zhao.pane.locator('.conversation textarea').inputValue()).toBe('jot')
    await zhao.go({ in: 'Huaxing' })
    await message.focus()
    await page.keyboard.press('Enter')
    await thread.waitFor()
    await blur(page)
    await page.keyboard.press('Escape')
    await gone()
    for (const elsewhere of ['.places button', '.languages button', '.conversation textarea']) {
      await message.focus()
      await page.keyboard.press('Enter')
      await thread.waitFor()
      await zhao.pane.locator(elsewhere).first().focus()
      await page.keyboard.press('Escape')
      await gone()
    }
  })

  it('begin with links past the list of people to where each writes', async () => {
    const page = await stage.open(['zhao', 'li'])
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to where Zhao Min writes')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.pane[data-person=li] textarea:focus').count()).toBe(1)
  })

  it('stay near where one acted, though the card is drawn anew under the finger', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    await zhao.say('the mail is down')
    await zhao.sees(/HX-7 was accepted/)
    const { bot, adapter } = stage.chat()
    const button = zhao.pane
      .locator('.thread .card')
      .getByRole('button', { name: 'Solved HX-7', exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    await zhao.sees('Thank you, noted.')
    const posted = bot.cards.get('direct:zhao')
    if (!posted) throw new Error('no card')
    const done = ticketCard('en', Date.now(), { title: 'HX-7 · solved', buttons: [] })
    await adapter().update(posted, { key: 'k', card: done, language: 'en', zone: 'UTC' })
    await zhao.sees('HX-7 · solved')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-card')))
      .toBe(posted.message)
    // What follows a press is never pressed by the same key.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('LI')
  })
})
