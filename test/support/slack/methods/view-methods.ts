import { type Fields, fieldsOf, textOf } from '../../fake/fields.ts'
import { validateView } from '../blocks/validate-view.ts'
import type { World } from '../world/create-world.ts'
import type { Install, Trigger, View } from '../world/records.ts'
import { spendTrigger } from '../world/triggers.ts'
import { externalIdTaken, makeView, stackView } from '../world/write-view.ts'
import type { Methods } from './method.ts'
import { refuse } from './refuse.ts'

/** Refuses a view that breaks a limit, in the words and pointers of Slack. */
const checked = (
  world: World,
  install: Install,
  value: unknown,
  kind: 'modal' | 'home',
  except?: string,
): Fields => {
  const problems = validateView(value, kind)
  if (problems.length > 0)
    refuse('invalid_arguments', {
      response_metadata: { messages: problems.map((each) => `[ERROR] ${each}`) },
    })
  if (JSON.stringify(value).length > 250_000) refuse('view_too_large')
  if (externalIdTaken(world, install.team, fieldsOf(value), except)) refuse('duplicate_external_id')
  return fieldsOf(value)
}

const spent = (world: World, install: Install, id: unknown): Trigger => {
  const trigger = spendTrigger(world, id, install.team)
  return typeof trigger === 'string' ? refuse(trigger) : trigger
}

const found = (world: World, install: Install, args: Fields): View => {
  const view = textOf(args.view_id)
    ? world.views.get(textOf(args.view_id))
    : [...world.views.values()].find(
        ({ external_id, team_id }) =>
          external_id !== '' && external_id === args.external_id && team_id === install.team,
      )
  return view === undefined || view.team_id !== install.team ? refuse('not_found') : view
}

/** Modals and Home. */
export const viewMethods: Methods = {
  'views.open': ({ world, args, install }) => {
    const view = checked(world, install, args.view, 'modal')
    const { user } = spent(world, install, args.trigger_id)
    for (const id of world.stacks.get(user) ?? []) world.views.delete(id)
    world.stacks.delete(user)
    const made = makeView(world, install, view)
    stackView(world, user, made)
    return { view: made }
  },
  'views.push': ({ world, args, install }) => {
    const view = checked(world, install, args.view, 'modal')
    const trigger = spent(world, install, args.trigger_id)
    const stack = world.stacks.get(trigger.user) ?? []
    if (trigger.view === undefined || !stack.includes(trigger.view)) return refuse('not_found')
    if (stack.length >= 3) return refuse('push_limit_reached')
    const root = stack[0]
    const made = makeView(world, install, view, {
      ...(root === undefined ? {} : { root }),
      previous: stack.at(-1),
    })
    stackView(world, trigger.user, made)
    return { view: made }
  },
  'views.update': ({ world, args, install }) => {
    const before = found(world, install, args)
    if (textOf(args.hash) !== '' && args.hash !== before.hash) return refuse('hash_conflict')
    const view = checked(world, install, args.view, before.type, before.id)
    const made = makeView(world, install, view, {
      id: before.id,
      root: textOf(before.root_view_id),
      previous: textOf(before.previous_view_id) || undefined,
    })
    world.views.set(made.id, { ...made, external_id: textOf(view.external_id) || before.external_id })
    return { view: made }
  },
  'views.publish': ({ world, args, install }) => {
    const user = world.users.get(textOf(args.user_id)) ?? refuse('user_not_found')
    if (user.deleted) return refuse('user_not_found')
    const key = `${install.team}/${user.id}`
    const before = world.views.get(world.homes.get(key) ?? '')
    if (textOf(args.hash) !== '' && args.hash !== before?.hash) return refuse('hash_conflict')
    const view = checked(world, install, args.view, 'home', before?.id)
    const made = makeView(world, install, view, before === undefined ? {} : { id: before.id })
    world.views.set(made.id, made)
    world.homes.set(key, made.id)
    return { view: made }
  },
}
