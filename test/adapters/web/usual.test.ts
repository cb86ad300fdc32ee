import { describe, expect, it } from 'vitest'
import { usual } from '../../../adapters/web/client/usual.ts'
import { onDuty } from '../../../src/domain/people/roster.ts'
import { webDirectory } from '../../../src/main/web.ts'
import type { Directories } from '../../../src/store/directories.ts'
import { directoryOf, fileText, organisation } from '../../organisation/support.ts'

const directory = directoryOf(organisation(fileText('manifest/organisation.demo.yaml')))
const at = Date.UTC(2026, 10, 2, 2)
const directories: Directories = {
  of: async () => ({ seq: 1, head: '', directory }),
  some: async () => new Map([['yunheng', directory]]),
  whose: async () => directory,
  at: async () => [],
  on: async () => ['yunheng'],
  tenants: async () => [],
}
const { people } = webDirectory({ directories }, () => at)

describe('the chats the page opens with', () => {
  it.each(['en', 'zh-CN'] as const)(
    'are a reporter’s who reads %s, the engineer’s who gets the report, a manager’s',
    async (language) => {
      const [reporter = '', engineer, manager = ''] = usual(await people(), language)
      expect(directory.people[reporter]?.roles).toContain('reporter')
      expect((await people()).find(({ id }) => id === reporter)?.language).toBe(language)
      expect(engineer).toBe(onDuty(directory, 'yunheng', 1, at)[0])
      expect(directory.people[manager]?.roles).toContain('project_manager')
    },
  )
})
