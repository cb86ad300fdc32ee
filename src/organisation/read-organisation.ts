import type { Entry } from '../domain/people/wish.ts'
import { no, type Result, yes } from '../domain/result.ts'
import { checkPresent } from './check-present.ts'
import { checkUnique } from './check-unique.ts'
import { checkValidity } from './check-validity.ts'
import { complete } from './fields.ts'
import type { Drafts, Finding } from './finding.ts'
import type { Piece } from './piece.ts'
import type { Problem } from './problem.ts'
import { readDrafts } from './read-drafts.ts'
import { type Path, readSource } from './source.ts'
import { warn } from './warn.ts'

/** What an organisation file says, ready to be applied as one command, and what is odd about it. */
export type Organisation = { readonly entries: readonly Entry[]; readonly warnings: readonly Problem[] }

const whole = <Shape extends object>(drafts: ReadonlyMap<string, Shape>) =>
  [...drafts.values()].flatMap((draft) => complete(draft) ?? [])

const entriesOf = (drafts: Drafts): readonly Entry[] => [
  ...whole(drafts.suppliers).map((value): Entry => ({ kind: 'supplier', value })),
  ...whole(drafts.customers).map((value): Entry => ({ kind: 'customer', value })),
  ...whole(drafts.people).map((value): Entry => ({ kind: 'person', value })),
  ...whole(drafts.channels).map((value): Entry => ({ kind: 'room', value })),
  ...whole(drafts.duty).map((value): Entry => ({ kind: 'roster', value })),
  ...whole(drafts.agreements).map((value): Entry => ({ kind: 'agreement', value })),
]

/** In the order of the file, each once. */
const sorted = (problems: readonly Problem[]): readonly Problem[] =>
  [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()].sort(
    (one, other) => one.line - other.line,
  )

/**
 * Reads an organisation file, YAML or JSON: everything in it, or every problem at once. It applies nothing, so nothing is
 * ever half-applied (T76). Whatever the text, it never throws.
 */
export const readOrganisation = (
  text: string,
  fileName: string,
): Result<Organisation, readonly Problem[]> => {
  const { value, lineOf, remarks } = readSource(text)
  const problems: Problem[] = remarks.map(({ path, ...remark }) => ({
    ...remark,
    file: fileName,
    path: path.filter((step) => typeof step === 'string'),
  }))
  if (value === undefined) return no(sorted(problems))

  const place = (path: Path) => ({ file: fileName, line: lineOf(path) })
  const tell: Piece['tell'] = (path, words, reason, fix) =>
    problems.push({ ...place(path), path: words, reason, fix })
  const found = (findings: readonly Finding[]): readonly Problem[] =>
    findings.map(({ at, reason, fix }) => ({ ...place(at), path: at, reason, fix }))

  const drafts = readDrafts({ value, path: [], words: [], what: 'the file', tell })
  problems.push(...found([...checkUnique(drafts), ...checkPresent(drafts), ...checkValidity(drafts)]))
  return problems.length > 0
    ? no(sorted(problems))
    : yes({ entries: entriesOf(drafts), warnings: sorted(found(warn(drafts))) })
}
