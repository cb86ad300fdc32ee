import { expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { buttonRow } from '../../src/view/buttons.ts'

it('one button of a card is the first thing to do, whatever else could be', () => {
  const row = buttonRow({ t: texts('en') }, { item: 'HX-1', seen: 3 }, [
    ...(['acknowledge_escalation', 'update', 'resolve', 'note'] as const),
  ])
  expect(row.map(({ press, style }) => [press.flow, style])).toEqual([
    ['acknowledge_escalation', 'primary'],
    ['update', 'normal'],
    ['resolve', 'normal'],
    ['note', 'normal'],
  ])
})
