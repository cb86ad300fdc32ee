import type { Step } from '../../src/chat/flow.ts'
import type { Form } from '../../src/chat/form.ts'

/** A step with the form that was sent, wherever it may yet end in a no: the form can then be shown again as it was filled in. */
export const sentBy = (form: Form, step: Step): Step => {
  switch (step.kind) {
    case 'amend':
    case 'refuse':
    case 'order':
      return { ...step, form }
    case 'list':
      return { kind: step.kind, query: step.query, yields: (rows) => sentBy(form, step.yields(rows)) }
    case 'find':
      return {
        kind: step.kind,
        query: step.query,
        size: step.size,
        yields: (found) => sentBy(form, step.yields(found)),
      }
    case 'overview':
      return { kind: step.kind, yields: (counts) => sentBy(form, step.yields(counts)) }
    case 'history':
      return { kind: step.kind, item: step.item, yields: (...read) => sentBy(form, step.yields(...read)) }
    case 'told':
      return { kind: step.kind, item: step.item, yields: (told) => sentBy(form, step.yields(told)) }
    case 'ask':
    case 'show':
      return step
  }
}
