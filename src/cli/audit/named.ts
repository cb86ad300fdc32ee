import { type Finding, note } from '../doctor/finding.ts'

/** So many are named; of more than that one says how many. */
const most = 50

/** The first of what is found, and how many more like these there are: nothing is kept of those. */
export const named = async <What>(
  found: Iterable<What> | AsyncIterable<What>,
  about: string,
  one: (what: What) => Finding,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  let more = 0
  for await (const what of found)
    if (findings.length < most) findings.push(one(what))
    else more += 1
  return more === 0 ? findings : [...findings, note(about, `${more} more like these.`)]
}
