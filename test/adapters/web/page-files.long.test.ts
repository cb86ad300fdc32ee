import { describe, expect, it } from 'vitest'
import { hasBrowser } from '../../support/browser.ts'
import { webPerson } from '../../support/web-person.ts'
import { webStage } from '../../support/web-stage.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe.skipIf(!hasBrowser)('files in the page', () => {
  const stage = webStage()

  it('are added by button, paste and drop, taken away again, and shown to the others', async () => {
    const page = await stage.open(['zhao', 'li'])
    const [zhao, li] = [webPerson(page, 'zhao'), webPerson(page, 'li')]
    await zhao.go({ in: 'Huaxing' })
    await li.go({ in: 'Huaxing' })
    const composer = zhao.pane.locator('.conversation .composer')
    await composer.locator('input[type=file]').setInputFiles([
      { name: 'screen.png', mimeType: 'image/png', buffer: png },
      { name: 'not-this.txt', mimeType: 'text/plain', buffer: Buffer.from('no') },
    ])
    const bring = (event: 'paste' | 'drop', name: string) =>
      composer.locator('textarea').evaluate(
        (area, { event, name }) => {
          const data = new DataTransfer()
          data.items.add(new File(['a log line'], name, { type: 'text/plain' }))
          area.dispatchEvent(
            event === 'paste'
              ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
              : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
          )
        },
        { event, name },
      )
    await bring('paste', 'pasted.log')
    await bring('drop', 'dropped.log')
    const attached = composer.locator('.attached li')
    await expect.poll(() => attached.count()).toBe(4)
    await composer.getByRole('button', { name: 'Take not-this.txt away' }).click()
    await expect.poll(() => attached.filter({ hasText: 'Adding' }).count()).toBe(0)
    await page.reload()
    await expect.poll(() => attached.count()).toBe(3)
    await composer.locator('textarea').focus()
    await page.keyboard.press('Enter')
    const message = li.pane.locator('.conversation .message').last()
    await expect.poll(() => message.locator('.files li').count()).toBe(3)
    const picture = message.getByRole('img', { name: 'screen.png' })
    await expect
      .poll(() => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)))
      .toBe(1)
    await message.getByRole('link', { name: 'Download pasted.log' }).waitFor()
    expect(await message.textContent()).toContain('10 B')
    expect(await attached.count()).toBe(0)
  })

  it('that are too large are refused with a sentence, before they are sent', async () => {
    const page = await stage.open(['zhao'])
    const zhao = webPerson(page, 'zhao')
    await zhao.pane
      .locator('.composer input[type=file]')
      .first()
      .setInputFiles({
        name: 'huge.bin',
        mimeType: 'application/octet-stream',
        buffer: Buffer.alloc(10_000_001),
      })
    await zhao.sees('huge.bin is larger than 10 MB. Send a smaller one, or a link to it.')
  })
})
