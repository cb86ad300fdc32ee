import { type Finding, fix, note, ok } from './finding.ts'

/** Slack refuses and is refused at five minutes; deadlines are wrong long before. */
const wrongMs = 60_000
const oddMs = 2_000

const inWords = (ms: number): string =>
  `${Math.round(Math.abs(ms) / 100) / 10} s ${ms > 0 ? 'ahead of' : 'behind'}`

/**
 * How far this machine's clock is from another one, which was read at some moment between `before` and `after` of ours:
 * from `earliest` to `latest` of theirs. What the two cannot be told apart by counts as none.
 */
export const checkClock = (
  whose: string,
  ours: { readonly before: number; readonly after: number },
  theirs: { readonly earliest: number; readonly latest: number },
): Finding => {
  const apart = Math.max(ours.before - theirs.latest, 0) + Math.min(ours.after - theirs.earliest, 0)
  const todo = 'Let both machines keep their time by NTP (chrony, systemd-timesyncd).'
  if (Math.abs(apart) <= oddMs) return ok('clock', `agrees with ${whose}`)
  const says = `is ${inWords(apart)} ${whose}.`
  return Math.abs(apart) > wrongMs ? fix('clock', says, todo) : note('clock', says, todo)
}
