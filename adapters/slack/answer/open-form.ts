import type { WriteLog } from '../../../src/chat/adapter.ts'
import type { Form } from '../../../src/chat/form.ts'
import { formView } from '../form.ts'
import { failureOf } from '../send/failure.ts'
import { type Asked, frameLanguage } from './asked.ts'
import { lateForm } from './late-form.ts'
import type { Tell } from './tell.ts'

const lateCodes: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
])

/**
 * Opens a form as a modal, above the one the person looks at. Slack allows it for three seconds after an act; after that
 * the person gets a button that opens it.
 */
export const createOpenForm =
  ({ tell, onFault }: { readonly tell: Tell; readonly onFault: WriteLog }) =>
  async (asked: Asked, form: Form): Promise<void> => {
    const { inbound, way, workspace } = asked
    const language = frameLanguage(asked)
    if (way.triggerId !== undefined)
      try {
        const shown = {
          trigger_id: way.triggerId,
          view: formView(form, { place: inbound.place, language }),
        }
        const isAbove = way.view?.home === false
        await (isAbove ? workspace.client.views.push(shown) : workspace.client.views.open(shown))
        return
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind !== 'refused' || !lateCodes.has(failure.code))
          onFault('a form could not be opened', { flow: form.flow, error })
      }
    await tell(asked, lateForm(form, language), { late: true })
  }

/** What opens forms. */
export type OpenForm = ReturnType<typeof createOpenForm>
