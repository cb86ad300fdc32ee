import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from './support/browser.ts'
import { readPng } from './support/png.ts'

const bytesOf = (file: string): Buffer => readFileSync(join(import.meta.dirname, '../manifest/teams', file))

const colours = ({ width, height, at }: ReturnType<typeof readPng>) =>
  Array.from({ length: width * height }, (_, index) => at(index % width, Math.floor(index / width)))

describe.skipIf(!hasBrowser)('the icons for Teams', () => {
  it.each(['color', 'outline'])('%s.png is what its SVG draws', async (name) => {
    const drawn = readPng(bytesOf(`${name}.png`))
    const browser = await openBrowser()
    const page = await browser.newPage()
    const now = await page.evaluate(
      async ({ svg, size }) => {
        const image = new Image()
        image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = canvas.height = size
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0, size, size)
        return [...(context?.getImageData(0, 0, size, size).data ?? [])]
      },
      { svg: bytesOf(`${name}.svg`).toString(), size: drawn.width },
    )
    await browser.close()
    const apart = colours(drawn).filter((colour, index) =>
      // Browsers differ a little at the edges of a line.
      colour.some(
        (value, at) => (at === 3 || colour[3] > 64) && Math.abs(value - (now[index * 4 + at] ?? 0)) > 24,
      ),
    )
    expect(apart).toEqual([])
  })
})
