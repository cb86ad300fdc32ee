import { type Fields, fieldsOf, listOf } from '../../fake/fields.ts'
import { plain } from './composition.ts'
import { among, type Check, flag, object, problem, string } from './shape.ts'
import { validateBlocks } from './validate-blocks.ts'

const anything: Check = () => []

const common: { readonly [name: string]: Check } = {
  private_metadata: string(3000, 0),
  callback_id: string(255, 0),
  external_id: string(255, 0),
}

const modal = object(
  { type: among('modal'), title: plain(24), blocks: anything },
  {
    ...common,
    submit: plain(24),
    close: plain(24),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
)

const home = object({ type: among('home'), blocks: anything }, common)

const hasInput = (view: Fields): boolean =>
  listOf(view.blocks).some((block) => fieldsOf(block).type === 'input')

/** Every way in which this modal or Home breaks Slack's limits, each with the JSON pointer of the offence. */
export const validateView = (value: unknown, kind: 'modal' | 'home', base = '/view'): readonly string[] => {
  const view = fieldsOf(value)
  const unsubmittable =
    kind === 'modal' && hasInput(view) && view.submit === undefined
      ? problem('missing required field: submit, as there are input blocks', base)
      : []
  return [
    ...(kind === 'modal' ? modal : home)(value, base),
    ...(view.blocks === undefined ? [] : validateBlocks(view.blocks, kind, `${base}/blocks`)),
    ...unsubmittable,
  ]
}
