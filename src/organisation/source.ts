import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml'

/** The keys and indexes that lead to a place of the file. */
export type Path = readonly (string | number)[]

/** A remark on a place of the file. */
type Remark = { readonly path: Path; readonly line: number; readonly reason: string; readonly fix: string }

/** The file as data that still knows its lines. Without a value it cannot be read at all; `remarks` say why. */
export type Source = {
  readonly value: unknown
  readonly lineOf: (path: Path) => number
  readonly remarks: readonly Remark[]
}

const keyText = ({ key }: Pair): string => String(isScalar(key) ? key.value : key)

type Pairs = ReadonlyMap<string, Pair>

/** Places are asked for one by one, in maps of thousands of people. */
const indexed = new WeakMap<YAMLMap, Pairs>()

const pairsOf = (map: YAMLMap): Pairs => {
  const found = indexed.get(map) ?? new Map(map.items.map((pair) => [keyText(pair), pair]))
  indexed.set(map, found)
  return found
}

/** The pair that counts: of a key stated twice, the last. */
const pairAt = (map: YAMLMap, step: string | number): Pair | undefined => pairsOf(map).get(String(step))

const startOf = (place: unknown): number | undefined => (isNode(place) ? place.range?.[0] : undefined)

/** Where a path leads as far as it exists: the offset of the key or of the list's item. */
const offsetOf = (document: Document.Parsed, path: Path): number => {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    const pair = isMap(node) ? pairAt(node, step) : undefined
    const place: unknown = isSeq(node) ? node.items[Number(step)] : pair?.key
    if (place === undefined) break
    offset = startOf(place) ?? offset
    node = isSeq(node) ? place : pair?.value
  }
  return offset
}

type Repeated = { readonly key: string; readonly path: Path; readonly offset: number }

/** Keys stated twice: the second would silently win. */
const repeatedKeys = (node: unknown, path: Path = []): readonly Repeated[] => {
  if (isSeq(node)) return node.items.flatMap((item, index) => repeatedKeys(item, [...path, index]))
  if (!isMap(node)) return []
  const seen = new Set<string>()
  return node.items.flatMap((pair) => {
    const key = keyText(pair)
    const isRepeated = seen.has(key)
    seen.add(key)
    const repeated = isRepeated ? [{ key, path, offset: startOf(pair.key) ?? 0 }] : []
    return [...repeated, ...repeatedKeys(pair.value, [...path, key])]
  })
}

/** Reads YAML, and JSON with it. Never throws: what cannot be read is told, with its line. */
export const readSource = (text: string): Source => {
  const lines = new LineCounter()
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line)
  const failed = (offset: number, why: string): Remark => ({
    path: [],
    line: lineAt(offset),
    reason: `this is neither YAML nor JSON: ${why}`,
    fix: 'correct the text here; nothing else of the file was checked',
  })
  const unreadable = (remarks: readonly Remark[]): Source => ({ value: undefined, lineOf: () => 1, remarks })
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
    if (document.errors.length > 0)
      return unreadable(document.errors.map(({ pos, message }) => failed(pos[0], message)))
    return {
      value: document.toJS(),
      lineOf: (path) => lineAt(offsetOf(document, path)),
      remarks: repeatedKeys(document.contents).map(({ key, path, offset }) => ({
        path,
        line: lineAt(offset),
        reason: `\`${key}\` is stated more than once`,
        fix: 'keep one of them, or rename the other',
      })),
    }
  } catch (fault) {
    return unreadable([failed(0, fault instanceof Error ? fault.message : String(fault))])
  }
}
