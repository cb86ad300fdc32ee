import { type Fields, fieldsOf, isYes, textOf } from '../../fake/fields.ts'
import { validateView } from '../blocks/validate-view.ts'
import type { Delivery } from '../deliver/delivery.ts'
import type { View } from '../world/records.ts'
import { newTrigger } from '../world/triggers.ts'
import { externalIdTaken, makeView, stackOf, stackView } from '../world/write-view.ts'
import { type Filling, fill, refusedBySlack } from './fill.ts'
import { commonFields, installOf, personFields, type Stage, userOf } from './stage.ts'
import { viewState } from './view-state.ts'

/** What came of sending a modal. */
export type Submitted = {
  /** Fields Slack itself refused, by block_id; the app heard nothing. */
  readonly refused?: { readonly [block: string]: string }
  readonly delivery?: Delivery
  /** The app's errors, by block_id; the modal stays. */
  readonly errors?: { readonly [block: string]: string }
  /** Why Slack shows "We had some trouble connecting"; the modal stays. */
  readonly trouble?: string
  /** The modal that is on top now. */
  readonly view?: View
}

/** What a person does with modals. */
export const personModals = (stage: Stage, person: string) => {
  const { world, deliveries, filled } = stage

  const top = (): View => {
    const view = stackOf(world, person).at(-1)
    if (view === undefined) throw new Error(`${person} has no modal open`)
    return view
  }
  const valuesOf = (view: View): Map<string, unknown> => {
    const values = filled.get(view.id) ?? new Map<string, unknown>()
    filled.set(view.id, values)
    return values
  }
  const drop = (ids: readonly string[]): void => {
    for (const id of ids) world.views.delete(id)
    world.stacks.set(
      person,
      (world.stacks.get(person) ?? []).filter((id) => !ids.includes(id)),
    )
  }
  const shown = (view: View): Fields => ({ ...view, state: viewState(view.blocks, valuesOf(view)) })

  const send = (view: View, type: string, more: Fields = {}): Promise<Delivery> => {
    const user = userOf(stage, person)
    return deliveries.deliver({
      kind: 'interactive',
      team: view.team_id,
      payload: {
        type,
        // A view names the person's own workspace; where the app is installed stands in the view.
        ...commonFields(stage, user.team),
        user: personFields(user),
        view: shown(view),
        ...more,
      },
    })
  }

  /** Does what the app answered; a word of trouble where Slack could not. */
  const obey = (
    view: View,
    response: unknown,
  ): { readonly trouble?: string; readonly errors?: { readonly [block: string]: string } } => {
    const said = fieldsOf(response)
    const action = said.response_action
    if (response !== undefined && response !== '' && typeof response !== 'object')
      return { trouble: 'not JSON' }
    if (action === undefined) {
      if (Object.keys(said).length > 0) return { trouble: `no response_action in ${JSON.stringify(said)}` }
      drop([view.id])
      return {}
    }
    if (action === 'clear') {
      drop(world.stacks.get(person) ?? [])
      return {}
    }
    if (action === 'errors') {
      const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id)
      const wrong = Object.entries(fieldsOf(said.errors)).filter(
        ([id, words]) => !inputs.includes(id) || textOf(words) === '',
      )
      if (wrong.length > 0 || Object.keys(fieldsOf(said.errors)).length === 0)
        return { trouble: `errors for no input block: ${JSON.stringify(said.errors)}` }
      return {
        errors: Object.fromEntries(
          Object.entries(fieldsOf(said.errors)).map(([id, words]) => [id, textOf(words)]),
        ),
      }
    }
    if (action !== 'update' && action !== 'push') return { trouble: `response_action ${String(action)}` }
    const problems = validateView(said.view, 'modal')
    if (problems.length > 0) return { trouble: problems.join('; ') }
    if (externalIdTaken(world, view.team_id, fieldsOf(said.view), action === 'update' ? view.id : undefined))
      return { trouble: 'duplicate_external_id' }
    const install = installOf(stage, view.team_id)
    if (action === 'update') {
      const kept = {
        id: view.id,
        root: textOf(view.root_view_id),
        previous: textOf(view.previous_view_id) || undefined,
      }
      world.views.set(view.id, makeView(world, install, fieldsOf(said.view), kept))
      return {}
    }
    if (stackOf(world, person).length >= 3) return { trouble: 'push_limit_reached' }
    stackView(
      world,
      person,
      makeView(world, install, fieldsOf(said.view), { root: textOf(view.root_view_id), previous: view.id }),
    )
    return {}
  }

  return {
    /** The modal on top, or nothing. */
    modal: (): View | undefined => stackOf(world, person).at(-1),
    /** Fills in fields of the modal on top and leaves it open. */
    fill: (filling: Filling): void => fill(top().blocks, valuesOf(top()), filling),
    /** Fills in and sends the modal on top. */
    submit: async (filling: Filling = {}): Promise<Submitted> => {
      const view = top()
      if (view.submit === null) throw new Error('The modal has no button to send it')
      fill(view.blocks, valuesOf(view), filling)
      const refused = refusedBySlack(view.blocks, valuesOf(view))
      if (Object.keys(refused).length > 0) return { refused, view }
      const delivery = await send(view, 'view_submission', {
        trigger_id: newTrigger(world, person, view.team_id, view.id),
        response_urls: [],
      })
      const came = delivery.acked
        ? obey(view, delivery.response)
        : { trouble: delivery.attempts.at(-1)?.reason ?? 'no answer' }
      world.signal.changed()
      const now = stackOf(world, person).at(-1)
      return { delivery, ...came, ...(now === undefined ? {} : { view: now }) }
    },
    /** Closes the modal on top, or all of them; the app hears of those that asked to. */
    close: async ({ all = false } = {}): Promise<readonly Delivery[]> => {
      const whole = all || isYes(top().clear_on_close)
      const closed = whole ? stackOf(world, person).toReversed() : [top()]
      drop(closed.map(({ id }) => id))
      world.signal.changed()
      const told = closed.filter(({ notify_on_close }) => notify_on_close)
      return Promise.all(told.map((view) => send(view, 'view_closed', { is_cleared: whole })))
    },
  }
}
