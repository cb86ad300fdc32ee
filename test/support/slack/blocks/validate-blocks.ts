import { fieldsOf, listOf } from '../../fake/fields.ts'
import { layout } from './layout.ts'
import { type Check, list, problem, variant } from './shape.ts'

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home'

const onlyIn: { readonly [type: string]: readonly Surface[] } = {
  markdown: ['message'],
  table: ['message'],
  data_table: ['message'],
  card: ['message'],
  carousel: ['message'],
  container: ['message'],
  alert: ['message', 'modal'],
  plan: ['message'],
  task_card: ['message'],
  context_actions: ['message'],
  file: ['message'],
}

const known = (surface: Surface): Check =>
  variant(
    Object.fromEntries(Object.entries(layout).filter(([type]) => onlyIn[type]?.includes(surface) ?? true)),
  )

/** Every id that was there before, with its place. */
const repeated = (ids: readonly (readonly [unknown, string])[], what: string): readonly string[] =>
  ids.flatMap(([id, at], index) =>
    id !== undefined && ids.findIndex(([other]) => other === id) < index
      ? problem(`\`${what}\` "${String(id)}" already exists`, at)
      : [],
  )

const actionIds = (block: unknown, at: string): readonly string[] => {
  const { elements, accessory, element } = fieldsOf(block)
  const inside = [
    ...listOf(elements).map(
      (one, index) => [fieldsOf(one).action_id, `${at}/elements/${index}/action_id`] as const,
    ),
    [fieldsOf(accessory).action_id, `${at}/accessory/action_id`] as const,
    [fieldsOf(element).action_id, `${at}/element/action_id`] as const,
  ]
  return repeated(inside, 'action_id')
}

const focused = (blocks: readonly unknown[], base: string): readonly string[] =>
  (JSON.stringify(blocks).match(/"focus_on_load":true/g)?.length ?? 0) > 1
    ? problem('only one element can have focus_on_load', base)
    : []

const markdown = (blocks: readonly unknown[], base: string): readonly string[] => {
  const total = blocks
    .map(fieldsOf)
    .filter(({ type }) => type === 'markdown')
    .reduce((sum, { text }) => sum + [...String(text)].length, 0)
  return total > 12_000 ? problem('markdown blocks must have less than 12001 characters together', base) : []
}

const tablesIn = (blocks: readonly unknown[], base: string): readonly string[] =>
  blocks.filter((block) => fieldsOf(block).type === 'table').length > 1
    ? problem('only one table allowed', base)
    : []

/** Every way in which these blocks break Slack's limits, each with the JSON pointer of the offence. */
export const validateBlocks = (value: unknown, surface: Surface, base = '/blocks'): readonly string[] => {
  const shape = list(
    known(surface),
    surface === 'message' ? 0 : 1,
    surface === 'message' ? 50 : 100,
  )(value, base)
  if (!Array.isArray(value)) return shape
  const files = value.flatMap((block, index) =>
    fieldsOf(fieldsOf(block).element).type === 'file_input' && surface !== 'modal'
      ? problem('unsupported type: file_input', `${base}/${index}/element/type`)
      : [],
  )
  return [
    ...shape,
    ...repeated(
      value.map((block, index) => [fieldsOf(block).block_id, `${base}/${index}/block_id`] as const),
      'block_id',
    ),
    ...value.flatMap((block, index) => actionIds(block, `${base}/${index}`)),
    ...focused(value, base),
    ...markdown(value, base),
    ...tablesIn(value, base),
    ...files,
  ]
}
