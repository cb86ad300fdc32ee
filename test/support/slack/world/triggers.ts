import { randomBytes } from 'node:crypto'
import type { World } from './create-world.ts'
import type { Trigger } from './records.ts'

/** A fresh trigger_id for a person who has just acted, from within a view or not. */
export const newTrigger = (world: World, user: string, team: string, view?: string): string => {
  const id = `${Math.floor(world.now() / 1000)}.${world.triggers.size + 1}.${randomBytes(16).toString('hex')}`
  world.triggers.set(id, {
    user,
    team,
    until: world.now() + world.rules.triggerLife,
    used: false,
    ...(view === undefined ? {} : { view }),
  })
  return id
}

/** Spends a trigger, or says in Slack's words why it cannot be spent. */
export const spendTrigger = (
  world: World,
  id: unknown,
  team: string,
): Trigger | 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id' => {
  const trigger = world.triggers.get(String(id))
  if (trigger === undefined || trigger.team !== team) return 'invalid_trigger_id'
  if (trigger.used) return 'exchanged_trigger_id'
  if (world.now() > trigger.until) return 'expired_trigger_id'
  world.triggers.set(String(id), { ...trigger, used: true })
  return trigger
}
