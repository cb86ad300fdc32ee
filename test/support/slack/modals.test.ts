import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fieldsOf } from '../fake/fields.ts'
import { createModalStage, type ModalStage, modal, plain } from './modal-stage.ts'

let stage: ModalStage
beforeEach(async () => {
  stage = await createModalStage()
})
afterEach(() => stage.slack.stop())

describe('a trigger', () => {
  it('lives three seconds', async () => {
    const trigger_id = await stage.shortcut()
    stage.clock += 3_001
    expect(await stage.call('views.open', { trigger_id, view: modal() })).toMatchObject({
      error: 'expired_trigger_id',
    })
    expect(stage.slack.modals('U0ZHANG')).toEqual([])
  })

  it('is good once', async () => {
    const trigger_id = await stage.shortcut()
    stage.clock += 2_999
    expect(await stage.call('views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true })
    expect(await stage.call('views.open', { trigger_id, view: modal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    })
    expect(await stage.call('views.open', { trigger_id: '1.2.x', view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    })
  })
})

describe('a modal', () => {
  it('that breaks a limit is refused, with the pointer', async () => {
    expect(await stage.open(modal({ title: plain('x'.repeat(25)) }))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
      },
    })
  })

  it("is one person's, three deep at most", async () => {
    await stage.open()
    const push = async () => {
      await stage.slack.person('U0ZHANG').press('modal', 'More')
      return stage.call('views.push', { trigger_id: stage.heard().trigger_id, view: modal() })
    }
    expect(await push()).toMatchObject({ ok: true })
    expect(await push()).toMatchObject({ ok: true })
    expect(await push()).toMatchObject({ error: 'push_limit_reached' })
    expect(stage.slack.modals('U0ZHANG')).toHaveLength(3)
    expect(stage.slack.modals('U0MEI')).toEqual([])
  })

  it('is changed only by who knows its latest hash', async () => {
    const view = fieldsOf((await stage.open()).view)
    const update = (hash: unknown) => stage.call('views.update', { view_id: view.id, hash, view: modal() })
    expect(await update(view.hash)).toMatchObject({ ok: true })
    expect(await update(view.hash)).toMatchObject({ error: 'hash_conflict' })
    expect(await stage.call('views.update', { view_id: 'V0NONE', view: modal() })).toMatchObject({
      error: 'not_found',
    })
  })

  it('has an external_id of its own in the workspace', async () => {
    await stage.open(modal({ external_id: 'one' }))
    expect(await stage.open(modal({ external_id: 'one' }), 'U0MEI')).toMatchObject({
      error: 'duplicate_external_id',
    })
  })

  it('tells the app that it was closed only if it asked', async () => {
    await stage.open()
    expect(await stage.slack.person('U0ZHANG').close()).toEqual([])
    await stage.open(modal({ notify_on_close: true }))
    await stage.slack.person('U0ZHANG').close()
    expect(stage.heard()).toMatchObject({ type: 'view_closed', is_cleared: false })
  })
})

describe('Home', () => {
  const home = (text: string) => ({
    type: 'home',
    blocks: [
      {
        type: 'section',
        text: plain(text),
        accessory: { type: 'button', action_id: 'go', text: plain('Go') },
      },
    ],
  })

  it("is one person's, keeps its id, and is changed only with its latest hash", async () => {
    const first = fieldsOf(
      (await stage.call('views.publish', { user_id: 'U0ZHANG', view: home('one') })).view,
    )
    const again = await stage.call('views.publish', {
      user_id: 'U0ZHANG',
      view: home('two'),
      hash: first.hash,
    })
    expect(again).toMatchObject({ view: { id: first.id } })
    expect(
      await stage.call('views.publish', { user_id: 'U0ZHANG', view: home('three'), hash: first.hash }),
    ).toMatchObject({ error: 'hash_conflict' })
    expect(stage.slack.home('U0ZHANG')?.blocks).toMatchObject([{ text: { text: 'two' } }])
    expect(stage.slack.home('U0MEI')).toBeUndefined()
  })

  it('is opened and pressed', async () => {
    await stage.slack.person('U0ZHANG').openHome()
    expect(fieldsOf(stage.heard().event)).toMatchObject({
      type: 'app_home_opened',
      tab: 'home',
      user: 'U0ZHANG',
    })
    await stage.call('views.publish', { user_id: 'U0ZHANG', view: home('one') })
    await stage.slack.person('U0ZHANG').press('home', 'Go')
    expect(stage.heard()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view' },
      view: { type: 'home' },
      actions: [{ action_id: 'go' }],
    })
    expect(stage.heard()).not.toHaveProperty('response_url')
  })
})
