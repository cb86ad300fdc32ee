import type { Locator, Page } from 'playwright-core'

/** Where a person acts: a conversation by its name, and in it the thread under the message with these words. */
export type Where = { readonly in?: string; readonly thread?: string }

/** One person in the web chat's page, acting only through what is on the screen. */
export type WebPersonDriver = {
  readonly pane: Locator
  /** Opens a conversation (the bot's is `Accord`), or a thread in it. */
  readonly go: (where: Where) => Promise<void>
  readonly say: (text: string, where?: Where) => Promise<void>
  /** Presses a button by its words: the last one there, or on the last card with the given words. */
  readonly press: (label: string, on?: string) => Promise<void>
  /** Fills fields of the open form by their labels and sends it with its button. */
  readonly fill: (values: { readonly [label: string]: string }) => Promise<void>
  /** Waits until these words are on the person's screen. */
  readonly sees: (words: string | RegExp) => Promise<void>
  readonly never: (words: string | RegExp) => Promise<void>
}

const fillField = async (field: Locator, value: string): Promise<void> => {
  const radio = field.getByRole('radio', { name: value })
  const select = field.locator('select')
  if ((await radio.count()) > 0) await radio.first().check()
  else if ((await select.count()) > 0) await select.selectOption({ label: value })
  else await field.locator('input, textarea').fill(value)
}

/** The person of that id on an open page; shows their chat when it is not there yet. */
export const webPerson = (page: Page, id: string): WebPersonDriver => {
  const pane = page.locator(`.pane[data-person="${id}"]`)
  const place = () => pane.locator('.thread, .conversation').last()

  const go = async ({ in: name, thread }: Where) => {
    if (name !== undefined) {
      await pane.locator('.places button', { hasText: name }).click()
      await pane.locator('.thread').waitFor({ state: 'detached' })
    }
    if (thread === undefined) return
    const message = pane.locator('.conversation .message:not(.pending)', { hasText: thread }).last()
    const line = message.locator('.thread-line')
    await message.hover()
    await ((await line.count()) > 0
      ? line.click()
      : message.getByRole('button', { name: /Reply in thread|在话题中回复/ }).click())
    await pane.locator('.thread').waitFor()
  }

  return {
    pane,
    go,
    say: async (text, where = {}) => {
      await go(where)
      const composer = place().locator('.composer textarea')
      await composer.fill(text)
      await composer.press('Enter')
    },
    press: async (label, on) => {
      const cards = place().locator('.card')
      const card = on === undefined ? cards : cards.filter({ hasText: on })
      // By the words on it: its name says the ticket too.
      const words = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
      await card.locator('button').filter({ hasText: words }).last().click()
    },
    fill: async (values) => {
      const panel = pane.getByRole('dialog')
      for (const [label, value] of Object.entries(values))
        await fillField(panel.locator('.field').filter({ hasText: label }).first(), value)
      await panel.locator('footer button[type=submit]').click()
    },
    sees: async (words) => {
      await pane.locator('.stage').getByText(words).filter({ visible: true }).last().waitFor()
    },
    never: async (words) => {
      const found = await pane.getByText(words).filter({ visible: true }).count()
      if (found > 0) throw new Error(`${id} sees ${words}`)
    },
  }
}

/** Opens the page as these people, side by side where the screen is wide. */
export const openWebChat = async (page: Page, address: string, people: readonly string[]): Promise<void> => {
  await page.goto(`${address}#${people.join(',')}`)
  await page.locator('.composer').first().waitFor()
}
