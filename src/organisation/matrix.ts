import { cn3x3 } from '../domain/agreement/cn-3x3.ts'
import { matrices } from '../domain/agreement/matrices.ts'
import { type Level, type Matrix, type Priority, priorities } from '../domain/agreement/matrix.ts'
import { complete, fields, need, section } from './fields.ts'
import { note, type Piece, type Read, stated } from './piece.ts'
import { oneOf, text } from './scalars.ts'

type Words = Level['name']

/** Words in both languages, or one text for both. */
const words: Read<Words> = (piece) => {
  if (typeof piece.value === 'object')
    return complete(
      fields<Words>(piece, {
        en: need(text, 'write it in English'),
        'zh-CN': need(text, 'write it in Chinese'),
      }),
    )
  const both = text(piece)
  return both === undefined ? undefined : { en: both, 'zh-CN': both }
}

const levels: Read<readonly Level[]> = (piece) => {
  const named = section(piece) ?? new Map<string, Piece>()
  if (named.size === 0) return note(piece, 'there are no levels', 'list them, the most severe first')
  return [...named].flatMap(([id, part]) => {
    const level = complete(
      fields<Omit<Level, 'id'>>(part, {
        name: need(words, 'write the name people see'),
        meaning: need(words, 'say in plain words what it means'),
      }),
    )
    return level === undefined ? [] : [{ id, ...level }]
  })
}

/** Reads one thing for each of the ids, all of them needed. */
const forEach =
  <T>(ids: readonly string[], read: Read<T>, fix: string): Read<{ readonly [id: string]: T }> =>
  (piece) =>
    complete(
      fields<{ readonly [id: string]: T }>(piece, Object.fromEntries(ids.map((id) => [id, need(read, fix)]))),
    )

const rows = (impacts: readonly string[], urgencies: readonly string[]): Read<Matrix['cells']> =>
  forEach(
    urgencies,
    forEach(impacts, oneOf<Priority>(priorities), 'write the priority of this pair of levels'),
    'write its row: the priority for each impact',
  )

const idsIn = (value: unknown, key: string): readonly string[] =>
  Object.keys(Object((value as { readonly [key: string]: unknown } | undefined)?.[key]))

/** Reads other priorities for the levels of the matrix that an agreement states. */
export const readCells = (agreement: Piece): Read<Matrix['cells']> => {
  const said = stated(agreement, 'matrix') ?? cn3x3.id
  const named = matrices.find(({ id }) => id === said)
  const [impacts, urgencies] = (['impacts', 'urgencies'] as const).map(
    (axis) => named?.[axis].map(({ id }) => id) ?? idsIn(said, axis),
  )
  return rows(impacts ?? [], urgencies ?? [])
}

/** Reads the matrix (RS.5e): a shipped one by name, or the agreement's own, with a cell for every pair of levels. */
export const readMatrix: Read<Matrix> = (piece) => {
  if (typeof piece.value !== 'object') {
    const name = oneOf(matrices.map(({ id }) => id))(piece)
    return matrices.find(({ id }) => id === name)
  }
  const ids = (key: string): readonly string[] => Object.keys(Object(stated(piece, key)))
  return complete(
    fields<Matrix>(piece, {
      id: need(text, 'give it a name'),
      impacts: need(levels, 'list the levels of impact, the most severe first'),
      urgencies: need(levels, 'list the levels of urgency, the most severe first'),
      cells: need(
        rows(ids('impacts'), ids('urgencies')),
        'write for each urgency the priority for each impact',
      ),
    }),
  )
}
