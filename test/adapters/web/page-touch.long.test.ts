import { describe, expect, it } from 'vitest'
import { hasBrowser } from '../../support/browser.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

describe.skipIf(!hasBrowser)('where fingers press', () => {
  const stage = webStage()

  it('the tools of a message lie over nothing, and stand below one that is tapped', async () => {
    const viewport = { width: 375, height: 740 }
    const page = await stage.open(['zhao'], { viewport, locale: 'zh-CN', hasTouch: true, isMobile: true })
    const zhao = webPerson(page, 'zhao')
    const words = '打印机卡纸了，钥匙在前台小刘那儿，你们直接找她拿就行，谢谢各位'
    await zhao.say(words)
    const message = page.locator('.message:visible', { hasText: words }).last()
    const tools = message.locator('.tools')
    await message.waitFor()
    expect(await tools.evaluate((one) => getComputedStyle(one).opacity)).toBe('0')
    await message.locator('.said').tap()
    const boxOf = async (selector: string) => {
      const box = await message.locator(selector).first().boundingBox()
      if (box === null) throw new Error(`${selector} is not there`)
      return box
    }
    const said = await boxOf('.said')
    const shown = await boxOf('.tools')
    expect(await tools.evaluate((one) => getComputedStyle(one).opacity)).toBe('1')
    expect(shown.y).toBeGreaterThanOrEqual(said.y + said.height - 1)
  })
})
