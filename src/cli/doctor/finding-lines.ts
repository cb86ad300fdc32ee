import { maskSecrets } from '../../process/log.ts'
import type { Finding } from './finding.ts'

/** A finding as it is printed, with what to do on a line of its own. No secret is ever in it. */
export const findingLines = ({ about, state, says, todo }: Finding): readonly string[] =>
  [`${state.padEnd(5)} ${about.padEnd(14)} ${says}`, ...(todo === undefined ? [] : [`      → ${todo}`])].map(
    maskSecrets,
  )
