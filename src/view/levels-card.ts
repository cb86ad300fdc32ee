import type { Block, Card } from '../chat/card.ts'
import type { Agreement } from '../domain/agreement/agreement.ts'
import { type Level, type Priority, priorities } from '../domain/agreement/matrix.ts'
import { matrixOf, targetOf, type Work } from '../domain/agreement/work.ts'
import { rungName } from './agreed-words.ts'
import { whenWords, whomWords } from './ladder-words.ts'
import { type Reading, type Speech, speak } from './reading.ts'
import { hoursWords } from './service-hours.ts'

const meanings = (label: string, levels: readonly Level[], { language }: Speech): Block => ({
  type: 'facts',
  facts: levels.map(({ name, meaning }) => ({
    label: `${label} ${name[language]}`,
    value: meaning[language],
  })),
})

const matrixTable = ({ matrix }: Agreement, { t, language }: Speech): Block => ({
  type: 'table',
  columns: [t.agreed.levels.matrix, ...matrix.impacts.map(({ name }) => name[language])],
  rows: matrix.urgencies.map(({ id, name }) => ({
    cells: [name[language], ...matrix.impacts.map((impact) => matrix.cells[id]?.[impact.id] ?? '')],
  })),
})

/** The priorities that work of this sort can come to. */
const reached = (agreement: Agreement, work: Work): readonly Priority[] => {
  const cells = Object.values(matrixOf(agreement, work).cells).flatMap((row) => Object.values(row))
  return work === 'incident' ? priorities : priorities.filter((priority) => cells.includes(priority))
}

const targetTable = (agreement: Agreement, work: Work, speech: Speech): Block => ({
  type: 'table',
  columns: speech.t.agreed.levels.targets,
  rows: reached(agreement, work).map((priority) => {
    const { calendar: id, response, resolution, updateEvery } = targetOf(agreement, { work, priority })
    const calendar = agreement.calendars[id]
    return {
      cells: [
        speech.t.ticket.priorities[priority],
        speech.duration(response),
        speech.duration(resolution),
        speech.t.agreed.levels.every(speech.duration(updateEvery)),
        calendar === undefined ? id : hoursWords(speech, calendar),
      ],
    }
  }),
})

const ladderTable = ({ policy }: Agreement, speech: Speech): Block => ({
  type: 'table',
  columns: speech.t.agreed.levels.ladder,
  rows: policy.rungs.map((rung) => ({
    cells: [
      rungName(speech, { rung: rung.id, target: rung.target }),
      whenWords(rung, speech),
      whomWords(rung.to, speech),
    ],
  })),
})

/** What both parties agreed to: response levels, promised times, pre-warning, alarm and escalation, how it ends (RS.3). */
export const levelsCard = (agreement: Agreement, reading: Reading): Card => {
  const speech = { ...speak(reading), agreement }
  const { t, duration } = speech
  const words = t.agreed.levels
  const { closure, matrix, name, version, validFrom, validTo } = agreement
  const title = words.title(name)
  return {
    title,
    tone: 'neutral',
    blocks: [
      { type: 'note', text: words.version(version, validFrom, validTo) },
      matrixTable(agreement, speech),
      meanings(words.impacts, matrix.impacts, speech),
      meanings(words.urgencies, matrix.urgencies, speech),
      { type: 'divider' },
      targetTable(agreement, 'incident', speech),
      { type: 'text', text: words.requests },
      targetTable(agreement, 'service_request', speech),
      { type: 'divider' },
      ladderTable(agreement, speech),
      { type: 'note', text: words.acknowledged },
      {
        type: 'text',
        text: words.closure(t.common.list(closure.reminders.map(duration)), duration(closure.reopenWindow)),
      },
    ],
    buttons: [],
    summary: title,
  }
}
