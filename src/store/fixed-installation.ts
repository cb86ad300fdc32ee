import type { Installation, Installations } from '../chat/installations.ts'

/**
 * The one workspace whose token the operator named (SLACK_BOT_TOKEN). `given` tells it, nothing where the token is refused,
 * and throws while the platform has not said whose it is. Nothing of it is stored; removed, it is gone until the next start.
 */
export const fixedInstallation = (given: () => Installation | undefined): Installations => {
  let removed = false
  const present = (): Installation | undefined => (removed ? undefined : given())
  return {
    find: async (team) => {
      const installation = present()
      return installation && [installation.team, installation.enterprise].includes(team)
        ? installation
        : undefined
    },
    all: async () => {
      const installation = present()
      return installation ? [installation] : []
    },
    save: async () => {
      throw new Error('The workspace is set by SLACK_BOT_TOKEN; nothing else can be installed beside it.')
    },
    remove: async (team) => {
      if (present()?.team === team) removed = true
    },
  }
}
