import { type Finding, fix, ok } from './finding.ts'

/** The oldest Node that is tested: `engines` of package.json says the same. */
const [oldestMajor, oldestMinor] = [20, 19] as const

/** Whether this Node, e.g. `20.20.2`, is new enough. */
export const checkNode = (version: string): Finding => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return ok('Node', version)
  return fix(
    'Node',
    `${version} is older than ${oldestMajor}.${oldestMinor}.`,
    `Install Node ${oldestMajor}.${oldestMinor} or later.`,
  )
}
