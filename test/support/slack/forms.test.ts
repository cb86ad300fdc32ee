import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createModalStage, field, type ModalStage, modal, plain } from './modal-stage.ts'

let stage: ModalStage
beforeEach(async () => {
  stage = await createModalStage()
})
afterEach(() => stage.slack.stop())

describe('a form', () => {
  it('is sent with everything in it, untouched fields as they were shown', async () => {
    const choices = [
      { text: plain('High'), value: 'high' },
      { text: plain('Low'), value: 'low' },
    ]
    await stage.open(
      modal({
        private_metadata: 'kept',
        blocks: [
          field('what', { type: 'plain_text_input', initial_value: 'VPN' }),
          field('urgency', { type: 'static_select', options: choices, initial_option: choices[1] }),
          field('note', { type: 'plain_text_input' }, { optional: true }),
          field('boxes', { type: 'checkboxes', options: choices }, { optional: true }),
        ],
      }),
    )
    await stage.slack.person('U0ZHANG').submit({ 'The urgency': 'High' })
    expect(stage.heard()).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0ZHANG', team_id: 'T0SUPPLY' },
      view: {
        private_metadata: 'kept',
        app_installed_team_id: 'T0SUPPLY',
        state: {
          values: {
            what: { value: { type: 'plain_text_input', value: 'VPN' } },
            urgency: { value: { type: 'static_select', selected_option: choices[0] } },
            note: { value: { type: 'plain_text_input', value: null } },
            boxes: { value: { type: 'checkboxes', selected_options: [] } },
          },
        },
      },
    })
    expect(stage.slack.modals('U0ZHANG')).toEqual([])
  })

  it('does not leave Slack while a required field is empty or too short', async () => {
    await stage.open(
      modal({ blocks: [field('what'), field('why', { type: 'plain_text_input', min_length: 5 })] }),
    )
    const before = stage.app.envelopes().length
    const { refused } = await stage.slack.person('U0ZHANG').submit({ why: 'no' })
    expect(refused).toEqual({ what: 'required', why: 'at least 5 characters' })
    expect(stage.app.envelopes()).toHaveLength(before)
    await expect(stage.slack.person('U0ZHANG').submit({ who: 'x' })).rejects.toThrow(
      'No field who; there are: The what, The why',
    )
  })

  it('stays with the errors the app gives at its fields', async () => {
    await stage.open()
    stage.answer = () => ({ response_action: 'errors', errors: { what: 'Say more' } })
    const sent = await stage.slack.person('U0ZHANG').submit({ what: 'x' })
    expect(sent).toMatchObject({ errors: { what: 'Say more' }, view: { callback_id: 'form' } })
    stage.answer = () => ({})
    await stage.slack.person('U0ZHANG').submit()
    expect(stage.heard()).toMatchObject({ view: { state: { values: { what: { value: { value: 'x' } } } } } })
  })

  it('is in trouble when the app answers what Slack does not understand, or nothing', async () => {
    await stage.open()
    const send = () => stage.slack.person('U0ZHANG').submit({ what: 'x' })
    stage.answer = () => ({ response_action: 'errors', errors: { elsewhere: 'no such field' } })
    expect((await send()).trouble).toContain('elsewhere')
    stage.answer = () => ({ response_action: 'update', view: modal({ title: plain('x'.repeat(25)) }) })
    expect((await send()).trouble).toContain('/view/title/text')
    stage.answer = () => undefined
    stage.slack.rules.ackWithin = 50
    expect((await send()).trouble).toBe('http_timeout')
    expect(stage.slack.modals('U0ZHANG')).toHaveLength(1)
  })

  it('gives way to the next one, or to none, as the app answers', async () => {
    await stage.open()
    stage.answer = () => ({ response_action: 'push', view: modal({ callback_id: 'second' }) })
    expect((await stage.slack.person('U0ZHANG').submit({ what: 'x' })).view).toMatchObject({
      callback_id: 'second',
    })
    stage.answer = () => ({ response_action: 'update', view: modal({ callback_id: 'third' }) })
    expect((await stage.slack.person('U0ZHANG').submit({ what: 'x' })).view).toMatchObject({
      callback_id: 'third',
    })
    stage.answer = () => ({ response_action: 'clear' })
    expect((await stage.slack.person('U0ZHANG').submit({ what: 'x' })).view).toBeUndefined()
  })
})
