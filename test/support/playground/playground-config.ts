/** Somebody the Playground knows, by the id they have in the directory. */
export type PlaygroundPerson = { readonly id: string; readonly name: string }

/** A channel of the Playground's only team; the first one is the team's own. */
export type PlaygroundRoom = { readonly id: string; readonly name: string }

/** Who and where the Playground plays. It knows exactly six people, one chat of all of them, one team, and two channels. */
export type PlaygroundTown = {
  readonly tenant: string
  readonly zone: string
  /** Who its page belongs to. */
  readonly me: PlaygroundPerson
  readonly others: readonly PlaygroundPerson[]
  readonly personal: string
  readonly group: PlaygroundRoom
  readonly general: PlaygroundRoom
  readonly channel: PlaygroundRoom
}

/** The bot as the Playground knows it. */
export const playgroundBot = { id: '28:accord', name: 'Accord' }

/** In Teams people have another id in each bot's world; here both are the same, for the Playground looks nobody up by the other. */
const user = ({ id, name }: PlaygroundPerson) => {
  const email = `${id}@example.com`
  return { id, aadObjectId: id, name, givenName: name, surname: name, userPrincipleName: email, email }
}

/** The file the Playground reads: JSON is YAML too. */
export const playgroundConfig = ({ tenant, me, others, personal, group, general, channel }: PlaygroundTown) =>
  JSON.stringify({
    version: '0.1.1',
    tenantId: tenant,
    bot: playgroundBot,
    currentUser: user(me),
    users: others.map(user),
    personalChat: { id: personal },
    groupChat: group,
    team: { ...general, aadGroupId: '00000000-0000-4000-8000-0000000000aa', channels: [channel] },
  })
