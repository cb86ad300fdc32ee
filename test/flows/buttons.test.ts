import { describe, expect, it } from 'vitest'
import { cn3x3 } from '../../src/domain/agreement/cn-3x3.ts'
import { en } from '../../src/text/en.ts'
import { type ButtonName, buttonRow, levelButtons, scoreButtons } from '../../src/view/buttons.ts'
import { speak } from '../../src/view/reading.ts'
import { closedStory, contextOf, flow, reported, settled } from './fixtures.ts'

const speech = speak(contextOf('li'))
const drawn = { item: 'HX-1', seen: 3 }

describe('a button', () => {
  it.each(buttonRow(speech, drawn, Object.keys(en.buttons) as ButtonName[]))(
    '“$label” opens a conversation there is',
    ({ press }) => {
      expect(flow(press.flow).name).toBe(press.flow)
    },
  )

  it('that answers a question or rates orders it at one tap', () => {
    const told = reported()
    for (const { press } of levelButtons(speech, drawn, 'urgency', cn3x3.urgencies))
      expect(flow(press.flow).begin(contextOf('zhao', told, { choice: press.choice ?? '' })).kind).toBe(
        'order',
      )
    const closed = closedStory()
    for (const { press } of scoreButtons(drawn).slice(2)) {
      const context = contextOf('zhao', closed, { choice: press.choice ?? '' })
      expect(settled(flow(press.flow).begin(context), closed).kind).toBe('order')
    }
  })
})
