import type { HTTPReceiverOptions } from '@slack/bolt'
import type { Installations } from '../../../src/chat/installations.ts'

type Store = NonNullable<HTTPReceiverOptions['installationStore']>

/** Keeps what an installation through the browser brought. An organisation-wide one stands under its enterprise. */
export const installStore = (installations: Installations, clock: () => number): Store => ({
  storeInstallation: async ({ team, enterprise, bot, isEnterpriseInstall }) => {
    const owner = isEnterpriseInstall === true ? enterprise : team
    if (owner === undefined || bot === undefined)
      throw new Error('Slack named no workspace or no bot for this installation.')
    await installations.save({
      platform: 'slack',
      team: owner.id,
      ...(enterprise === undefined ? {} : { enterprise: enterprise.id }),
      botToken: bot.token,
      botId: bot.id,
      botUser: bot.userId,
      scopes: bot.scopes,
      installedAt: clock(),
    })
  },
  // We look tokens up ourselves; the library only stores.
  fetchInstallation: async () => {
    throw new Error('not asked for')
  },
})
