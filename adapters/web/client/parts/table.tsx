import type { Block } from '../../../../src/chat/card.ts'
import { CardButton, type CardPlace } from './card-button.tsx'
import { reachable } from './reachable.ts'
import { isMany, leads, needsLabel } from './table-shape.ts'
import { TagView } from './tag.tsx'

type Props = CardPlace & { table: Extract<Block, { type: 'table' }> }

/** A table of a card, each row with its button where it has one. With many columns in a narrow chat each row is a paragraph. */
export const TableView = ({ table: { columns, rows }, ...place }: Props) => {
  const hasButtons = rows.some(({ button }) => button)
  const isNamed = columns.some((column) => column !== '')
  return (
    <figure
      class="table"
      data-many={isMany({ columns, rows })}
      data-lead={leads({ columns, rows })}
      {...reachable}
      aria-label={columns.filter((column) => column !== '').join(', ')}
    >
      <table>
        {isNamed && (
          <thead>
            <tr>
              {columns.map((column, place) =>
                column === '' ? (
                  <td key={place} />
                ) : (
                  <th key={place} scope="col">
                    {column}
                  </th>
                ),
              )}
              {hasButtons && <td />}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ cells, tag, button }, row) => (
            <tr key={row} data-tagged={tag !== undefined}>
              {cells.map((cell, column) => (
                <td key={column} dir="auto" data-label={needsLabel(cell) ? columns[column] : undefined}>
                  {column === 0 && tag !== undefined && (
                    <>
                      <TagView tag={tag} />{' '}
                    </>
                  )}
                  {cell}
                </td>
              ))}
              {hasButtons && <td class="act">{button && <CardButton button={button} {...place} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
