import { createRequire } from 'node:module'
import { fieldsOf } from '../../fake/fields.ts'

// Its main entry cannot be imported by Node; the bundle can, and parses without a document.
const official: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
)

/** What the official parser finds wrong with a card, as a client of version 1.5 reads it. */
export const parsingProblems = (card: unknown): readonly string[] => {
  const { AdaptiveCard, HostConfig, SerializationContext, Versions } = official
  const context = new SerializationContext(Versions.v1_5)
  const parsed = new AdaptiveCard()
  // The others stand in a menu; our own rules count those beside each other.
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 100 } })
  // It refuses every other language it sees: its pattern remembers where it stopped the last time.
  parsed.parse({ ...fieldsOf(card), lang: undefined }, context)
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message)
  const { validationEvents } = parsed.validateProperties()
  return [...events, ...validationEvents.map(({ message }) => message)]
}
