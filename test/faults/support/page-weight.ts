import type { Page } from 'playwright-core'

/** How many elements the page has, and what its scripts keep after everything else was let go, MB. */
export const nodesAndHeap = async (
  page: Page,
): Promise<{ readonly nodes: number; readonly heapMb: number }> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  await cdp.detach()
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  return { nodes, heapMb: Math.round(usedSize / 1e5) / 10 }
}

/** The time between frames while something is done, ms. */
export const measureFrames = async (
  page: Page,
  act: () => Promise<void>,
): Promise<{
  readonly frames: number
  readonly median: number
  readonly p95: number
  readonly over50: number
}> => {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { frameTimes: times })
    const next = (at: number) => {
      times.push(at)
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  await act()
  const times = await page.evaluate(
    (): number[] => Object.getOwnPropertyDescriptor(window, 'frameTimes')?.value,
  )
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at))
  const sorted = gaps.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  return {
    frames: gaps.length,
    median: at(0.5),
    p95: at(0.95),
    over50: gaps.filter((gap) => gap > 50).length,
  }
}
