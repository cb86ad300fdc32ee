import { describe, expect, it } from 'vitest'
import { hasBrowser } from '../../support/browser.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

describe.skipIf(!hasBrowser)('what was typed and not sent', () => {
  const stage = webStage()
  const typed = 'it still drops every hour'

  it('stands in its conversation of its person after a reload and another chat in between, and nowhere else', async () => {
    const page = await stage.open(['zhao', 'li'])
    const [zhao, li, chen] = ['zhao', 'li', 'chen'].map((id) => webPerson(page, id))
    if (!zhao || !li || !chen) throw new Error('nobody')
    const area = (of: typeof zhao) => of.pane.locator('.conversation .composer textarea')
    await zhao.go({ in: 'Huaxing' })
    await area(zhao).fill('half a sentence')
    await li.go({ in: 'Huaxing' })
    await area(li).fill('of li')
    await page.reload()
    await expect.poll(() => area(zhao).inputValue()).toBe('half a sentence')
    await zhao.go({ in: 'Accord' })
    expect(await area(zhao).inputValue()).toBe('')
    await page.locator('.pane[data-person=li] .pane-head select').selectOption('chen')
    await chen.go({ in: 'Huaxing' })
    expect(await area(chen).inputValue()).toBe('')
    await page.locator('.pane[data-person=chen] .pane-head select').selectOption('li')
    await expect.poll(() => area(li).inputValue()).toBe('of li')
    await area(li).press('Enter')
    await li.sees('of li')
    await page.reload()
    await li.sees('of li')
    expect(await area(li).inputValue()).toBe('')
  })

  it('stays in a form through Escape and a reload, which opens it again, until it was accepted', async () => {
    const page = await stage.open(['zhao', 'chen'])
    const zhao = webPerson(page, 'zhao')
    await zhao.say('the mail is down')
    await zhao.press('Not solved')
    const field = zhao.pane.getByRole('dialog').getByLabel('What still fails')
    await field.fill(typed)
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    await page.reload()
    await zhao.sees(/HX-7 was accepted/)
    expect(await field.count(), 'closed is closed').toBe(0)
    await zhao.press('Not solved')
    await expect.poll(() => field.inputValue()).toBe(typed)
    await page.reload()
    await expect.poll(() => field.inputValue()).toBe(typed)
    expect(await page.locator('.pane[data-person=chen] .panel').count()).toBe(0)
    await zhao.fill({ 'Who is affected': 'Everybody', 'Whom to ask': 'Li Wei' })
    await zhao.sees('Sent back to Li Wei.')
    await zhao.press('Not solved')
    expect(await field.inputValue()).toBe('')
  })

  it('stays in a form that was refused, and goes over into the one that is asked in its place', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    await zhao.say('the mail is down')
    await zhao.press('Not solved')
    const field = zhao.pane.getByRole('dialog').getByLabel('What still fails')
    const answers = [{ kind: 'refuse', saying: 'HX-7 has moved on meanwhile.' }] as unknown[]
    await page.route('**/api/submit', async (route) => {
      const answer = answers.shift()
      return answer ? route.fulfill({ json: { reply: answer } }) : route.continue()
    })
    await zhao.fill({
      ...{ 'What still fails': typed, 'Who is affected': 'Everybody', 'Whom to ask': 'Li Wei' },
    })
    await zhao.pane.getByText('HX-7 has moved on meanwhile.').waitFor()
    await page.keyboard.press('Escape')
    await zhao.press('Not solved')
    expect(await field.inputValue()).toBe(typed)
    const line = { kind: 'line', name: 'reason', label: 'What still fails', max: 80 }
    const form = { flow: 'reason', item: 'HX-7', seen: 9, title: 'What is not solved now?', submit: 'Send' }
    answers.push({ kind: 'ask', form: { ...form, fields: [line] } })
    await zhao.pane.getByRole('dialog').locator('footer button[type=submit]').click()
    await zhao.pane.getByText('What is not solved now?').waitFor()
    expect(await field.inputValue()).toBe(typed)
  })

  it('is said once though the page was loaded anew before it had arrived', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    await zhao.go({ in: 'Huaxing' })
    await page.route('**/api/say', (route) => route.abort())
    await zhao.say('on its way')
    await zhao.sees('Sending…')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.reload()
    const texts = async () =>
      (await stage.chat().log.page({ conversation: 'huaxing', limit: 50 })).map(({ content }) =>
        content.kind === 'said' ? content.text : '',
      )
    await expect.poll(texts).toContain('on its way')
    await expect.poll(() => zhao.pane.getByText('Sending…').count()).toBe(0)
    expect((await texts()).filter((text) => text === 'on its way')).toHaveLength(1)
  })

  it('is sent by Ctrl+Enter from any field of a form', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    await zhao.say('the mail is down')
    await zhao.press('Not solved')
    const panel = zhao.pane.getByRole('dialog')
    await panel.getByLabel('Everybody').check()
    await panel.getByLabel('Whom to ask').selectOption('Li Wei')
    await panel.getByLabel('What still fails').fill(typed)
    await page.keyboard.press('Control+Enter')
    await zhao.sees('Sent back to Li Wei.')
  })
})
