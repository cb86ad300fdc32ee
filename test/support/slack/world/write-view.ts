import { randomBytes } from 'node:crypto'
import { type Fields, fieldsOf, isYes, listOf, textOf } from '../../fake/fields.ts'
import { fillIds } from '../blocks/fill-ids.ts'
import type { World } from './create-world.ts'
import type { Install, View } from './records.ts'

const hash = (world: World): string => `${Math.floor(world.now() / 1000)}.${randomBytes(4).toString('hex')}`

/** A view as Slack keeps it: the app's fields, generated ids, a new hash. */
export const makeView = (
  world: World,
  install: Install,
  given: Fields,
  kept: { readonly id?: string; readonly root?: string; readonly previous?: string | undefined } = {},
): View => {
  const id = kept.id ?? world.id('V')
  return {
    id,
    team_id: install.team,
    type: given.type === 'home' ? 'home' : 'modal',
    blocks: fillIds(listOf(given.blocks).map(fieldsOf), randomBytes),
    private_metadata: textOf(given.private_metadata),
    callback_id: textOf(given.callback_id),
    external_id: textOf(given.external_id),
    state: { values: {} },
    hash: hash(world),
    title: given.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    close: given.close ?? null,
    submit: given.submit ?? null,
    clear_on_close: isYes(given.clear_on_close),
    notify_on_close: isYes(given.notify_on_close),
    submit_disabled: isYes(given.submit_disabled),
    previous_view_id: kept.previous ?? null,
    root_view_id: kept.root ?? id,
    app_id: world.app.id,
    app_installed_team_id: install.team,
    bot_id: install.botId,
  }
}

/** The person's open modals, the lowest first. */
export const stackOf = (world: World, user: string): readonly View[] =>
  (world.stacks.get(user) ?? []).flatMap((id) => world.views.get(id) ?? [])

/** Puts a modal on top of a person's stack. */
export const stackView = (world: World, user: string, view: View): void => {
  world.views.set(view.id, view)
  world.stacks.set(user, [...(world.stacks.get(user) ?? []), view.id])
}

/** Whether another view of the workspace that still exists has this external_id. */
export const externalIdTaken = (world: World, team: string, given: Fields, except?: string): boolean =>
  textOf(given.external_id) !== '' &&
  [...world.views.values()].some(
    ({ id, team_id, external_id }) => team_id === team && external_id === given.external_id && id !== except,
  )
