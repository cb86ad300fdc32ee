/** Stands in manifest/teams/manifest.json wherever the app id belongs. */
export const noAppId = '00000000-0000-0000-0000-000000000000'

/** What people read in the app's details: who runs it, and where they answer for it. Teams takes https addresses only. */
export type TeamsOwner = {
  readonly developer?: string
  readonly website?: string
  readonly privacy?: string
  readonly terms?: string
  /** Higher than that of the package uploaded before. */
  readonly version?: string
}

type Manifest = {
  readonly version: string
  readonly developer: {
    readonly name: string
    readonly websiteUrl: string
    readonly privacyUrl: string
    readonly termsOfUseUrl: string
  }
}

/** The files of the package, all at its root. */
export const packageFiles = ['manifest.json', 'en.json', 'zh-CN.json', 'color.png', 'outline.png'] as const

/** What is wrong with what was said of the owner, each with how it is written. */
export const ownerProblems = ({
  developer,
  website,
  privacy,
  terms,
  version,
}: TeamsOwner): readonly string[] => {
  const https = Object.entries({ website, privacy, terms }).filter(
    ([, url]) => url !== undefined && !(URL.canParse(url) && url.startsWith('https://')),
  )
  return [
    ...(developer !== undefined && [...developer].length > 32
      ? ['--developer is at most 32 characters.']
      : []),
    ...https.map(([name]) => `--${name} is an address of yours, and begins with https://.`),
    ...(version !== undefined && !/^\d+\.\d+\.\d+$/.test(version)
      ? ['--version is written like 1.0.1.']
      : []),
  ]
}

/** The manifest of this bot: the checked-in one with its app id, and with its owner as far as that was said. */
export const fillManifest = (
  text: string,
  appId: string,
  { developer, website, privacy, terms, version }: TeamsOwner = {},
): string => {
  const manifest: Manifest = JSON.parse(text.replaceAll(noAppId, appId))
  const { name, websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer
  const filled = {
    ...manifest,
    version: version ?? manifest.version,
    developer: {
      name: developer ?? name,
      websiteUrl: website ?? websiteUrl,
      privacyUrl: privacy ?? privacyUrl,
      termsOfUseUrl: terms ?? termsOfUseUrl,
    },
  }
  return `${JSON.stringify(filled, null, 2)}\n`
}
