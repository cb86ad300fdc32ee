import { type SlackOptions, startFakeSlack } from './start-fake-slack.ts'

/**
 * A supplier's workspace with the app (Zhang, an engineer; Mei, a manager), a customer's workspace without it (Max), a
 * room they share, an internal channel of the supplier, and a private one.
 */
export const startTwoWorkspaces = async (options: SlackOptions = {}) => {
  const slack = await startFakeSlack(options)
  slack.addTeam({ id: 'T0SUPPLY', name: 'Helix' })
  slack.addTeam({ id: 'T0CLIENT', name: 'Acme', installed: false })
  slack.addUser({
    id: 'U0ZHANG',
    team: 'T0SUPPLY',
    name: 'zhang',
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    email: 'zhang@helix.example',
  })
  slack.addUser({ id: 'U0MEI', team: 'T0SUPPLY', name: 'mei' })
  slack.addUser({ id: 'U0MAX', team: 'T0CLIENT', name: 'max', email: 'max@acme.example' })
  slack.addChannel({
    id: 'C0ROOM',
    name: 'helix-acme',
    team: 'T0SUPPLY',
    sharedWith: ['T0CLIENT'],
    members: ['U0ZHANG', 'U0MEI', 'U0MAX'],
  })
  slack.addChannel({ id: 'C0OPS', name: 'ops', team: 'T0SUPPLY', members: ['U0ZHANG', 'U0MEI'] })
  slack.addChannel({ id: 'C0BOSS', name: 'boss', kind: 'private', team: 'T0SUPPLY', members: ['U0MEI'] })
  return slack
}
