import { readFileSync } from 'node:fs'
import type { Agreement } from '../../src/domain/agreement/agreement.ts'
import type { Directory } from '../../src/domain/people/directory.ts'
import { emptyDirectory, evolveDirectory } from '../../src/domain/people/evolve-directory.ts'
import { problemText } from '../../src/organisation/problem.ts'
import { type Organisation, readOrganisation } from '../../src/organisation/read-organisation.ts'

/** A file that stands in the checkout, as text. */
export const fileText = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** The shortest organisation that is whole; `more` is put under its agreement. */
export const minimal = (more = ''): string => `
suppliers:
  ops: { name: Ops, language: en, zone: Europe/London }
customers:
  shop: { name: Shop, key: SH, language: zh-CN, zone: Asia/Shanghai }
people:
  ann: { name: Ann, organisation: ops, roles: engineer, accounts: [{ platform: web, user: ann }] }
  joe:
    name: Joe
    organisation: ops
    roles: [team_lead, project_manager, department_manager, service_director, executive]
    accounts: [{ platform: web, user: joe }]
  zoe:
    name: Zoe
    organisation: shop
    roles: [reporter, contact, it_manager, executive]
    accounts: [{ platform: web, user: zoe }]
duty:
  desk: { members: ann }
  third: { tier: 3, members: joe }
calendars:
  office:
    zone: Asia/Shanghai
    hours: { mon-fri: 09:00-18:00 }
agreements:
  shop-2026:
    customer: shop
    valid: 2026-01-01..2026-12-31
    intake: [{ kind: chat, detail: "#shop" }]
${more.replace(/^(?=.)/gm, '    ')}`

/** What the text says; its problems are a failed test. */
export const organisation = (text: string): Organisation => {
  const read = readOrganisation(text, 'org.yaml')
  if (!read.ok) throw new Error(read.no.map(problemText).join('\n'))
  return read.value
}

/** The problems of the text, each as one line without the file's name. */
export const problemsOf = (text: string): readonly string[] => {
  const read = readOrganisation(text, 'org.yaml')
  return read.ok ? [] : read.no.map((problem) => problemText(problem).replace('org.yaml ', ''))
}

/** The warnings of the text, likewise. */
export const warningsOf = (text: string): readonly string[] =>
  organisation(text).warnings.map((warning) => problemText(warning).replace('org.yaml ', ''))

/** The directory once the organisation was applied. */
export const directoryOf = ({ entries }: Organisation): Directory =>
  entries.reduce<Directory>(
    (directory, entry) => evolveDirectory(directory, { type: 'directory.set', entry }),
    emptyDirectory,
  )

/** The one agreement of the minimal organisation with `more` under it. */
export const agreementOf = (more = ''): Agreement => {
  const [agreement] = Object.values(directoryOf(organisation(minimal(more))).agreements)
  if (agreement === undefined) throw new Error('no agreement')
  return agreement
}
