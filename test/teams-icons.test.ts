import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPng } from './support/png.ts'

const root = join(import.meta.dirname, '..')
const bytesOf = (file: string): Buffer => readFileSync(join(root, file))
const textOf = (file: string): string => bytesOf(file).toString()

describe('the icons for Teams', () => {
  const color = readPng(bytesOf('manifest/teams/color.png'))
  const outline = readPng(bytesOf('manifest/teams/outline.png'))
  const pixels = ({ width, height, at }: typeof color) =>
    Array.from({ length: width * height }, (_, index) => {
      const [x, y] = [index % width, Math.floor(index / width)]
      return { x, y, colour: at(x, y) }
    })

  it('are 192 pixels in colour, on one colour to the edge, with the sign in the middle half', () => {
    expect([color.width, color.height]).toEqual([192, 192])
    const outside = pixels(color).filter(({ x, y }) => Math.max(Math.abs(x - 95.5), Math.abs(y - 95.5)) > 48)
    expect(new Set(outside.map(({ colour }) => colour.join()))).toEqual(new Set(['11,110,100,255']))
    expect(JSON.parse(textOf('manifest/teams/manifest.json')).accentColor).toBe('#0b6e64')
    expect(pixels(color).filter(({ colour: [red] }) => red === 255).length).toBeGreaterThan(1_000)
  })

  it('and 32 pixels of white on nothing', () => {
    expect([outline.width, outline.height]).toEqual([32, 32])
    const shown = pixels(outline).filter(({ colour: [, , , alpha] }) => alpha > 0)
    expect(shown.length).toBeGreaterThan(100)
    expect(shown.length).toBeLessThan(700)
    expect(shown.filter(({ colour: [red, green, blue] }) => red + green + blue < 765)).toEqual([])
    for (const [x, y] of [
      [0, 0],
      [31, 31],
      [6, 10],
    ] as const)
      expect(outline.at(x, y)[3]).toBe(0)
  })
})
