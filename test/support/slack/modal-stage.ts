import { webApi } from '@slack/bolt'
import { type Fields, fieldsOf, textOf } from '../fake/fields.ts'
import { connectRecordingApp, type Envelope } from './recording-app.ts'
import { startTwoWorkspaces } from './two-workspaces.ts'

export const plain = (text: string) => ({ type: 'plain_text', text })

/** An input block with the label `The <id>`. */
export const field = (id: string, element: Fields = { type: 'plain_text_input' }, more: Fields = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(`The ${id}`),
  element: { action_id: 'value', ...element },
  ...more,
})

/** A modal with one field and one button, changed as told. */
export const modal = (more: Fields = {}) => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('Form'),
  submit: plain('Send'),
  blocks: [
    field('what'),
    { type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] },
  ],
  ...more,
})

/** A fake Slack with a hand-turned clock and an app that opens modals and answers as told. */
export const createModalStage = async () => {
  const start = Date.now()
  const stage = {
    /** Milliseconds the clock has been turned. */
    clock: 0,
    /** What the app answers to what comes next. */
    answer: (_: Envelope): unknown => ({}),
  }
  const slack = await startTwoWorkspaces({ now: () => start + stage.clock })
  const app = await connectRecordingApp(slack, (envelope) => stage.answer(envelope))
  const call = (method: string, args: Fields): Promise<Fields> =>
    new webApi.WebClient(slack.token('T0SUPPLY'), { slackApiUrl: slack.apiUrl })
      .apiCall(method, { ...args })
      .then(
        (result) => ({ ...result }),
        (error) => fieldsOf(fieldsOf(error).data),
      )
  /** What the person did last, as the app heard it. */
  const heard = (): Fields => app.envelopes().at(-1)?.payload ?? {}
  const shortcut = async (user = 'U0ZHANG'): Promise<string> => {
    await slack.person(user).shortcut('report')
    return textOf(heard().trigger_id)
  }
  const open = async (view: Fields = modal(), user = 'U0ZHANG'): Promise<Fields> =>
    call('views.open', { trigger_id: await shortcut(user), view })
  return Object.assign(stage, { slack, app, call, heard, shortcut, open })
}

export type ModalStage = Awaited<ReturnType<typeof createModalStage>>
