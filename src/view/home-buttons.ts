import type { Button } from '../chat/card.ts'
import type { Person } from '../domain/people/directory.ts'
import type { HomeLists } from './home-sections.ts'
import { type Reading, speak } from './reading.ts'

/** Where to go from a page: to report, to the whole lists, to the other language, to help. */
export const homeButtons = ({ side }: Person, { risk }: HomeLists, reading: Reading): readonly Button[] => {
  const { t, language } = speak(reading)
  const { report, list, welcome, log, preferLanguage: languages } = t.flows
  const to = (label: string, flow: string, choice?: string): Button => ({
    label,
    style: 'normal',
    press: { flow, ...(choice === undefined ? {} : { choice }) },
  })
  const own: readonly Button[] =
    side === 'customer'
      ? [{ ...to(report.button, 'report', 'form'), style: 'primary' }, to(list.mine, 'tickets')]
      : [
          to(welcome.queue, 'queue'),
          ...(risk === undefined ? [] : [to(list.risk, 'risk')]),
          to(log.title, 'log'),
        ]
  const other =
    language === 'en'
      ? to(languages.chinese, 'prefer_language', 'zh-CN')
      : to(languages.english, 'prefer_language', 'en')
  return [...own, other, to(welcome.help, 'help')]
}
