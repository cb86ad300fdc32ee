import { type Fields, fieldsOf, listOf } from '../../fake/fields.ts'

type Dice = (size: number) => Buffer

const interactive =
  /^(button|workflow_button|overflow|checkboxes|radio_buttons|datepicker|timepicker|datetimepicker|.*_select|.*_input|icon_button|feedback_buttons)$/

const withAction = (element: unknown, dice: Dice): unknown => {
  const fields = fieldsOf(element)
  if (!interactive.test(String(fields.type)) || fields.action_id !== undefined) return element
  return { ...fields, action_id: dice(4).toString('base64').slice(0, 5) }
}

/** Gives blocks and interactive elements the ids they came without, as Slack does. */
export const fillIds = (blocks: readonly Fields[], dice: Dice): readonly Fields[] =>
  blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? dice(4).toString('base64').slice(0, 5),
    ...(block.accessory === undefined ? {} : { accessory: withAction(block.accessory, dice) }),
    ...(block.element === undefined ? {} : { element: withAction(block.element, dice) }),
    ...(/actions$/.test(String(block.type))
      ? { elements: listOf(block.elements).map((element) => withAction(element, dice)) }
      : {}),
  }))
