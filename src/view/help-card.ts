import { type Button, type Card, card } from '../chat/card.ts'
import type { ListedRow } from '../chat/line.ts'
import type { Texts } from '../text/texts.ts'
import { type Reading, speak } from './reading.ts'

export type HelpGroup = keyof Texts['helping']['groups']

const to = (label: string, press: Button['press'], style: Button['style'] = 'normal'): Button => ({
  label,
  style,
  press,
})

const toGroup = (t: Texts, group: HelpGroup): Button =>
  to(t.helping.groups[group], { flow: 'help', choice: group })

/**
 * The few things somebody most likely wants now, a line each with the words that open it, what waits for them on top; all the
 * others are behind a button each of their groups.
 */
export const helpCard = (
  {
    lines,
    waiting,
    acts,
    groups,
  }: {
    readonly lines: readonly string[]
    /** What this very person is asked for, the most pressing first. */
    readonly waiting: readonly ListedRow[]
    readonly acts: readonly Button[]
    readonly groups: readonly HelpGroup[]
  },
  reading: Reading,
): Card => {
  const { t } = speak(reading)
  const { helping } = t
  const [first] = waiting
  const waits =
    first === undefined ? [] : [helping.waits(waiting.length, t.card.title(first.id, first.line.title))]
  const toDo = first?.line.toDo?.button
  return card({
    title: helping.title,
    summary: t.common.sentences([helping.title, ...waits]),
    blocks: [
      ...[...waits, ...lines].map((text) => ({ type: 'text', text }) as const),
      { type: 'note', text: helping.more },
    ],
    buttons: [
      ...(toDo === undefined ? [] : [{ ...toDo, style: 'primary' } as const]),
      ...acts.map((act) => (toDo === undefined ? act : { ...act, style: 'normal' as const })),
      ...groups.map((group) => toGroup(t, group)),
    ],
  })
}

/** One group of help: all of it that this person may do, and the way to the other groups. */
export const helpGroupCard = (
  group: HelpGroup,
  lines: readonly string[],
  groups: readonly HelpGroup[],
  reading: Reading,
): Card => {
  const { t } = speak(reading)
  const { helping } = t
  return card({
    title: helping.groups[group],
    summary: helping.groups[group],
    blocks: [
      ...lines.map((text) => ({ type: 'text', text }) as const),
      { type: 'note', text: helping.byNumber },
    ],
    buttons: [
      ...groups.filter((other) => other !== group).map((other) => toGroup(t, other)),
      to(helping.back, { flow: 'help' }),
    ],
  })
}
