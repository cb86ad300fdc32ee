import type { Step } from '../chat/flow.ts'
import type { ScopedStore } from '../store/store.ts'

/** What a conversation that only reads comes to, read as its reader: nothing is ordered here, whatever it wants. */
export const readStep = async (
  scoped: ScopedStore,
  step: Step,
): Promise<Extract<Step, { kind: 'show' | 'refuse' }> | undefined> => {
  switch (step.kind) {
    case 'list':
      return readStep(scoped, step.yields(await scoped.list(step.query)))
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
