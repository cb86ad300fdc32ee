import type { WebPerson } from '../../who.ts'
import { draftOf } from '../state/desk.ts'
import { textsOf } from '../state/replies.ts'
import type { PageTexts } from '../texts.ts'
import type { Conversation } from '../wire.ts'
import { focusComposer } from './composer-focus.ts'
import { Mark } from './icons.tsx'

/** What to say first in an empty conversation, with an example that fills the composer. */
export const Guide = ({ person, here }: { person: WebPerson; here: Conversation }) => {
  const words = textsOf(person.id)
  const { line, example } = guidanceOf(person, here, words)
  const spot = { conversation: here.conversation }
  return (
    <div class="guide">
      <Mark />
      <p>{line}</p>
      <p>
        <span>{words.guide.try} </span>
        <button
          type="button"
          class="example"
          onClick={() => {
            draftOf(person.id, spot).value = example
            focusComposer(person.id, spot)
          }}
        >
          {example}
        </button>
      </p>
    </div>
  )
}

const guidanceOf = (person: WebPerson, { kind }: Conversation, { guide, example }: PageTexts) => {
  const isCustomer = person.side === 'customer'
  switch (kind) {
    case 'direct':
      if (isCustomer) return { line: guide.customerDirect, example: example.report }
      return {
        line: person.roles.includes('engineer') ? guide.supplierDirect : guide.managerDirect,
        example: example.help,
      }
    case 'customer':
      return isCustomer
        ? { line: guide.customerRoom, example: example.reportInRoom }
        : { line: guide.customerRoomSupplier, example: example.helpInRoom }
    case 'supplier':
      return { line: guide.supplierRoom, example: example.helpInRoom }
  }
}
