import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Whether there is a Chromium to test with; without one the browser tests are skipped and say so. */
export const hasBrowser = existsSync(executablePath)

if (!hasBrowser)
  console.warn(
    `Browser tests are skipped: there is no Chromium at ${executablePath}. Set CHROMIUM to its path.`,
  )

/** Starts Chromium, headless, talking to nobody but this machine. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
