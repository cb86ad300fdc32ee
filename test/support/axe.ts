import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The findings of axe, of any weight, on the page as it stands, each with where it is. */
export const findings = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  const found = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')
  const { violations, passes } = found as axe.AxeResults
  if (passes.length < 10) throw new Error('axe has hardly looked')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ''}`),
  )
}
