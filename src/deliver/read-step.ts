import type { Step } from '../chat/flow.ts'
import type { ScopedStore } from '../store/store.ts'
import type { ListReads } from '../work/list-reads.ts'

/** What is read for somebody: their scope, with the rows of its lists in their words. */
type Reads = Pick<ScopedStore, 'history' | 'told'> & ListReads

/** What a conversation that only reads comes to, read as its reader: nothing is ordered here, whatever it wants. */
export const readStep = async (
  scoped: Reads,
  step: Step,
): Promise<Extract<Step, { kind: 'show' | 'refuse' }> | undefined> => {
  switch (step.kind) {
    case 'list':
      return readStep(scoped, step.yields(await scoped.list(step.query)))
    case 'find':
      return readStep(scoped, step.yields(await scoped.find(step.query, step.size)))
    case 'overview':
      return readStep(scoped, step.yields(await scoped.overview()))
    case 'history': {
      const { log, badSeq } = await scoped.history(step.item)
      return readStep(scoped, step.yields(log, badSeq))
    }
    case 'told':
      return readStep(scoped, step.yields(await scoped.told(step.item)))
    case 'show':
    case 'refuse':
      return step
    case 'ask':
    case 'amend':
    case 'order':
      return undefined
  }
}
