import type { KnownBlock, TextObject } from '@slack/types'
import { lengthOf, plainText } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import { plain } from '../plain.ts'
import { bold } from './bold.ts'
import { headed, said } from './words.ts'

type Fact = { readonly label: string; readonly value: string }

/** A column is half as wide as the message: longer words read better below their label. */
const beside = 160

const isLong = ({ label, value }: Fact): boolean =>
  value.includes('\n') || lengthOf(value) > beside || lengthOf(label) > beside

/** Facts line by line, the label on the left and the value on the right; a long one in its place at full width. */
export const facts = (all: readonly Fact[]): readonly KnownBlock[] => {
  const blocks: KnownBlock[] = []
  let fields: TextObject[] = []
  const close = (): void => {
    if (fields.length > 0) blocks.push({ type: 'section', fields })
    fields = []
  }
  for (const { label, value } of all.map((fact) => ({ ...fact, value: plainText(fact.value) }))) {
    if (isLong({ label, value })) {
      close()
      blocks.push(...headed(label), ...said(value))
      continue
    }
    fields.push(bold([label], limits.field), plain(value, limits.field))
    if (fields.length === limits.fields) close()
  }
  close()
  return blocks
}
