import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ajv from 'ajv-draft-04'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillManifest, noAppId, ownerProblems, packageFiles } from '../adapters/teams/setup/manifest.ts'
import { flows } from '../flows/index.ts'
import { openFlow } from '../src/chat/opener.ts'
import type { Person } from '../src/domain/people/directory.ts'
import { teamsSettings } from '../src/settings/teams-settings.ts'

const root = join(import.meta.dirname, '..')
const bytesOf = (file: string): Buffer => readFileSync(join(root, file))
const textOf = (file: string): string => bytesOf(file).toString()
const read = (name: string) => JSON.parse(textOf(join('manifest/teams', name)))

const appId = '00000000-0000-4000-8000-0000000000a1'
const manifest = read('manifest.json')
const languages = { en: read('en.json'), 'zh-CN': read('zh-CN.json') }
type Command = { readonly title: string; readonly description: string }
type List = { readonly scopes: readonly string[]; readonly commands: readonly Command[] }
const lists: readonly List[] = manifest.bots[0].commandLists

/** What Microsoft's own schema has against a file, by the version the manifest names. */
const against = (schema: string, file: unknown) => {
  const from = `node_modules/@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}`
  const validate = new ajv.default({
    strict: false,
    allErrors: true,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(JSON.parse(textOf(join(from, schema))))
  validate(file)
  return validate.errors ?? []
}

describe('the manifest for Teams', () => {
  it('keeps to the schema of Microsoft, as it stands and as it is uploaded', () => {
    expect(against('MicrosoftTeams.schema.json', manifest)).toEqual([])
    const filled = JSON.parse(fillManifest(textOf('manifest/teams/manifest.json'), appId))
    expect(against('MicrosoftTeams.schema.json', filled)).toEqual([])
    expect(against('MicrosoftTeams.schema.json', { ...manifest, accentColor: 'green' })).toHaveLength(1)
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`)
  })

  it.each(Object.entries(languages))('has its words in %s, by the schema of Microsoft', (_, words) => {
    expect(against('MicrosoftTeams.Localization.schema.json', words)).toEqual([])
    expect(
      against('MicrosoftTeams.Localization.schema.json', { ...words, 'name.short': 'x'.repeat(31) }),
    ).toHaveLength(1)
  })

  it('says the same in its English file, and all of it in the Chinese one', () => {
    const said = Object.entries<string>(languages.en).filter(([key]) => key !== '$schema')
    const at = (path: string) =>
      path
        .replaceAll(/\[(\d+)\]/g, '.$1')
        .split('.')
        .reduce<unknown>((value, step) => (value as { readonly [step: string]: unknown })[step], manifest)
    expect(said.map(([key]) => [key, at(key)])).toEqual(said)
    const count = lists.flatMap(({ commands }) => commands).length
    expect(said).toHaveLength(4 + 2 * count + 2)
    expect(Object.keys(languages['zh-CN'])).toEqual(Object.keys(languages.en))
    const untold = Object.entries<string>(languages['zh-CN']).filter(
      ([key, words]) => !/^(\$schema|name\.short)$/.test(key) && !/\p{Script=Han}/u.test(words),
    )
    expect(untold).toEqual([])
  })

  it('keeps below what Teams shows: ten commands for each scope, short titles and descriptions', () => {
    expect(lists.map(({ scopes }) => scopes)).toEqual([['personal'], ['team'], ['groupChat']])
    for (const { commands } of lists) expect(commands.length).toBeLessThanOrEqual(10)
    for (const words of Object.values(languages)) {
      const long = (end: string, most: number) =>
        Object.entries<string>(words).filter(([key, text]) => key.endsWith(end) && [...text].length > most)
      expect(long('.title', 32)).toEqual([])
      expect(long('].description', 128)).toEqual([])
    }
  })

  it.each(Object.entries(languages))('offers commands in %s that open the flow they say', (_, words) => {
    const meant: { readonly [english: string]: string } = {
      'my tickets': 'mine',
      'at risk': 'risk',
      'on duty': 'duty',
      language: 'prefer_language',
    }
    for (const [index, { commands }] of lists.entries())
      for (const [at, { title }] of commands.entries())
        expect(
          openFlow(flows, words[`bots[0].commandLists[${index}].commands[${at}].title`])?.flow.name,
        ).toBe(meant[title] ?? title)
  })

  it('offers everybody something in each scope, and what is for staff only to who works there', () => {
    const person = (side: Person['side'], roles: Person['roles']): Person => ({
      ...{ id: 'p', name: 'P', side, org: 'o', roles, language: 'en', zone: 'UTC', accounts: [] },
    })
    for (const { commands } of lists) {
      const opened = commands.map(({ title }) => openFlow(flows, title)?.flow)
      const usable = (who: Person) => opened.filter((flow) => flow?.may(who)).length
      expect(usable(person('customer', ['reporter']))).toBeGreaterThanOrEqual(3)
      expect(usable(person('supplier', ['engineer']))).toBeGreaterThanOrEqual(3)
    }
  })

  it('asks for nothing but to be mentioned: no reading of channels and chats, no sign-in, no pages', () => {
    for (const name of [
      'authorization',
      'webApplicationInfo',
      'permissions',
      'devicePermissions',
      'staticTabs',
    ])
      expect(manifest).not.toHaveProperty(name)
    expect(manifest.validDomains).toEqual([])
  })

  it('has the message action that the adapter hears', () => {
    expect(manifest.composeExtensions[0].commands).toMatchObject([
      { id: 'report', type: 'action', context: ['message'], fetchTask: true },
    ])
    expect(textOf('adapters/teams/inbound/heard.ts')).toContain("'message_action'")
  })
})

describe('npm run manifest:teams', () => {
  let cwd: string
  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'accord-manifest-'))
    cpSync(join(root, 'manifest'), join(cwd, 'manifest'), { recursive: true })
    await promisify(execFile)(process.execPath, [join(root, 'src/build.mjs'), join(cwd, 'built')])
    symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'))
  })
  afterAll(() => rmSync(cwd, { recursive: true }))

  const write = (env: { readonly [name: string]: string }, ...args: readonly string[]) =>
    promisify(execFile)(process.execPath, [join(cwd, 'built/write-teams-manifest.js'), ...args], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
    }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      ({ code, stderr }: { readonly code: number; readonly stderr: string }) => ({ code, said: stderr }),
    )

  it('writes a zip with everything at its root, for this bot, and says what is next', async () => {
    const { code, said } = await write({ TEAMS_APP_ID: appId.toUpperCase() })
    expect(code).toBe(0)
    expect(said).toContain('dist/accord-teams.zip written. Upload it in Teams: Apps, Manage your apps')
    expect(said).toContain('Still an example in it: developer, website, privacy, terms')
    const zip = unzipSync(readFileSync(join(cwd, 'dist/accord-teams.zip')))
    expect(Object.keys(zip).sort()).toEqual([...packageFiles].sort())
    const told = Buffer.from(zip['manifest.json'] ?? []).toString()
    expect(told).not.toContain(noAppId)
    expect(JSON.parse(told)).toMatchObject({
      id: appId,
      bots: [{ botId: appId }],
      composeExtensions: [{ botId: appId }],
    })
    for (const name of packageFiles.filter((one) => one !== 'manifest.json'))
      expect(Buffer.from(zip[name] ?? [])).toEqual(bytesOf(join('manifest/teams', name)))
    const named = [
      manifest.icons.color,
      manifest.icons.outline,
      manifest.localizationInfo.defaultLanguageFile,
      ...manifest.localizationInfo.additionalLanguages.map(({ file }: { readonly file: string }) => file),
    ]
    expect(packageFiles).toEqual(expect.arrayContaining(named))
  })

  it('puts its owner in, and is the same file each time', async () => {
    const owner = ['developer', 'Helix', 'website', 'https://helix.test', 'privacy', 'https://helix.test/p']
    const args = [...owner, 'terms', 'https://helix.test/t', 'version', '1.0.7']
    const asked = args.map((word, index) => (index % 2 === 0 ? `--${word}` : word))
    const { said } = await write({ TEAMS_APP_ID: appId }, ...asked)
    expect(said).not.toContain('example')
    const first = readFileSync(join(cwd, 'dist/accord-teams.zip'))
    await write({ TEAMS_APP_ID: appId }, ...asked)
    expect(readFileSync(join(cwd, 'dist/accord-teams.zip'))).toEqual(first)
    const told = JSON.parse(Buffer.from(unzipSync(first)['manifest.json'] ?? []).toString())
    expect(told).toMatchObject({
      version: '1.0.7',
      developer: { name: 'Helix', termsOfUseUrl: 'https://helix.test/t' },
    })
    expect(against('MicrosoftTeams.schema.json', told)).toEqual([])
  })

  it('T76 says what is missing or wrong, and how it is done', async () => {
    const none = await write({})
    expect(none.code).toBe(1)
    expect(none.said).toMatch(/^TEAMS_APP_ID has to be set.*Copy the "Application \(client\) ID"/)
    expect((await write({ TEAMS_APP_ID: 'accord' })).said).toMatch(/^TEAMS_APP_ID has to be set/)
    expect((await write({ TEAMS_APP_ID: appId }, '--what')).said).toContain('Usage: npm run manifest:teams')
    expect(
      ownerProblems({ website: 'http://helix.test', version: 'two', developer: 'x'.repeat(33) }),
    ).toEqual([
      '--developer is at most 32 characters.',
      '--website is an address of yours, and begins with https://.',
      '--version is written like 1.0.1.',
    ])
  })
})

describe('the README', () => {
  it('tells every setting of a connection to Teams', () => {
    for (const name of Object.keys(teamsSettings)) expect(textOf('README.md')).toContain(name)
  })
})
