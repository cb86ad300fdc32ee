import type { Installation, Installations } from '../chat/installations.ts'

/** The one workspace whose token the operator named (SLACK_BOT_TOKEN). Nothing of it is stored; removed, it is gone until the next start. */
export const fixedInstallation = (given: Installation): Installations => {
  let installation: Installation | undefined = given
  return {
    find: async (team) =>
      installation && [installation.team, installation.enterprise].includes(team) ? installation : undefined,
    all: async () => (installation ? [installation] : []),
    save: async () => {
      throw new Error('The workspace is set by SLACK_BOT_TOKEN; nothing else can be installed beside it.')
    },
    remove: async (team) => {
      if (installation?.team === team) installation = undefined
    },
  }
}
