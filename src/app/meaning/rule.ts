import type { Step } from '../../chat/flow.ts'
import type { Heard } from './heard.ts'

/** What words mean by one rule, or nothing where the rule does not fit and the next one is asked. */
export type Rule = (heard: Heard) => Promise<Step | undefined>
