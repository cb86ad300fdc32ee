import { fieldsOf, listOf } from '../../fake/fields.ts'
import { richText } from './rich-text.ts'
import { all, among, type Check, flag, integer, list, object, problem, string, variant } from './shape.ts'

const cell = variant({
  raw_text: object({ type: among('raw_text'), text: string(20_000) }),
  raw_number: object(
    {
      type: among('raw_number'),
      value: (value, at) => (typeof value === 'number' ? [] : problem('must be a number', at)),
    },
    { text: string(20_000) },
  ),
  rich_text: richText,
})

const rows = (least: number, most: number): Check => list(list(cell, 1, 20), least, most)

/** All text of a table together, and every row as wide as the first. */
const whole: Check = (value, at) => {
  const lines = listOf(fieldsOf(value).rows)
  const text = [...JSON.stringify(lines).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].reduce(
    (sum, [, each = '']) => sum + [...each].length,
    0,
  )
  return text > 20_000 ? problem('must have less than 20001 characters in all cells', `${at}/rows`) : []
}

/** Blocks made of rows and columns. */
export const tables: { readonly [type: string]: Check } = {
  table: all(
    object(
      { type: among('table'), rows: rows(1, 100) },
      {
        block_id: string(255),
        column_settings: list(
          object({}, { align: among('left', 'center', 'right'), is_wrapped: flag }),
          1,
          20,
        ),
      },
    ),
    whole,
  ),
  data_table: all(
    object(
      { type: among('data_table'), rows: rows(2, 201), caption: string(255) },
      { block_id: string(255), page_size: integer(1, 100), row_header_column_index: integer(0, 19) },
    ),
    whole,
  ),
}
