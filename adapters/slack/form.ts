import type { ModalView } from '@slack/types'
import type { Form } from '../../src/chat/form.ts'
import type { Place } from '../../src/chat/inbound.ts'
import type { Language } from '../../src/domain/people/sides.ts'
import { texts } from '../../src/text/texts.ts'
import { field } from './form/field.ts'
import { writeMetadata } from './form/form-metadata.ts'
import { heading } from './form/heading.ts'
import { limits } from './limits.ts'
import { plain } from './plain.ts'
import { noted, said } from './render/words.ts'

/** A form as a modal, opened from a place, in the language of who fills it. */
export const formView = (
  form: Form,
  { place, language }: { readonly place: Place; readonly language: Language },
): ModalView => {
  const t = texts(language)
  const { flow, title, intro, fields, submit } = form
  const { short, whole } = heading(title)
  return {
    type: 'modal',
    callback_id: flow,
    private_metadata: writeMetadata({ ...form, place }),
    title: plain(short, limits.view.title),
    submit: plain(submit, limits.view.button),
    close: plain(t.frame.cancel, limits.view.button),
    blocks: [
      ...(whole === undefined ? [] : noted(whole)),
      ...(intro === undefined ? [] : said(intro)),
      ...fields.flatMap((one) => field(one, t)),
    ],
  }
}

/** The blocks of a modal that ask something, in order: where errors can stand. */
export const inputsOf = ({ blocks }: Pick<ModalView, 'blocks'>): readonly string[] =>
  blocks.flatMap(({ type, block_id: block }) => (type === 'input' && block !== undefined ? [block] : []))
