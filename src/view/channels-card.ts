import type { Card } from '../chat/card.ts'
import type { Agreement } from '../domain/agreement/agreement.ts'
import { type Reading, speak } from './reading.ts'
import { hoursWords } from './service-hours.ts'

/** The published ways to report, and when somebody answers them (RS.1, RS.2). */
export const channelsCard = (agreement: Agreement, reading: Reading): Card => {
  const speech = speak(reading)
  const { title, kinds, here, hours } = speech.t.agreed.channels
  const { intakeChannels, calendars, supplier, targets } = agreement
  const used = [...new Set(Object.values(targets).map(({ calendar }) => calendar))]
  const heading = title(reading.directory.suppliers[supplier]?.name ?? supplier)
  return {
    title: heading,
    tone: 'neutral',
    blocks: [
      {
        type: 'facts',
        facts: intakeChannels.map(({ kind, detail }) => ({ label: kinds[kind], value: detail })),
      },
      {
        type: 'facts',
        facts: used.flatMap((id) => {
          const calendar = calendars[id]
          const priorities = Object.entries(targets).filter(([, target]) => target.calendar === id)
          const label = speech.t.common.row([hours, ...priorities.map(([priority]) => priority)])
          return calendar === undefined ? [] : [{ label, value: hoursWords(speech, calendar) }]
        }),
      },
      { type: 'note', text: here },
    ],
    buttons: [],
    summary: heading,
  }
}
