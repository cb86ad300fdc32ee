import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Language } from '../../../src/domain/people/sides.ts'
import { startProgram } from '../program.ts'
import { teamsOrganisation } from '../teams-story.ts'
import { type OpenPlayground, openPlayground } from './open-playground.ts'
import { organisedFor, towns } from './playground-towns.ts'

/** The program itself in front of Microsoft's Playground, as a developer starts both. */
export const startPlaygroundProgram = async (
  language: Language,
): Promise<OpenPlayground & { readonly end: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'accord-organisation-'))
  const file = join(folder, 'organisation.yaml')
  await writeFile(file, organisedFor(language)(await readFile(teamsOrganisation, 'utf8')))
  const program = await startProgram(['--organisation', file], {
    ...{ TEAMS_WITHOUT_SIGN_IN: 'yes', TEAMS_PORT: '0', TEAMS_SERVICE_HOSTS: 'localhost,127.0.0.1' },
  })
  const [, bot = ''] = /WITHOUT SIGN-IN, over HTTP at (http:\S+)/.exec(program.output()) ?? []
  const end = async (): Promise<void> => {
    await program.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const playground = await openPlayground(towns[language], bot)
    return {
      ...playground,
      end: async () => {
        await playground.stop()
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}
