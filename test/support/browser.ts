import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import { launchOptions } from './launch-options.ts'

const { executablePath } = launchOptions

/** Whether there is a Chromium to test with; without one the browser tests are skipped and say so. */
export const hasBrowser = existsSync(executablePath)

if (!hasBrowser)
  console.warn(
    `Browser tests are skipped: there is no Chromium at ${executablePath}. Set CHROMIUM to its path.`,
  )

/**
 * This run's one Chromium, for one file of tests: what is opened through it is its own, with cookies and storage of its own,
 * and goes when it is closed.
 */
export const openBrowser = async (): Promise<Browser> => {
  const address = await text(connect(inject('browserOf')))
  if (!URL.canParse(address)) throw new Error(address)
  return chromium.connect(address)
}
