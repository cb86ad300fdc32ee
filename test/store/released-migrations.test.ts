import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../../src/store/migrations')

/**
 * What each migration did to the databases that have climbed it. It is never edited afterwards: they would differ from new
 * ones for ever. A change is a new file, whose line is added here when it is released.
 */
const released: { readonly [file: string]: string } = {
  '0001-commit-changes.ts': '02633235cde3eb0d6f657ff69285a50e395174d94098b9bbe98b015a6dcb3802',
  '0001-keep-items.ts': '88a8db60fc13d6596a9e852078499e8badf0a4a9b96fdd9eaac119210dbd8051',
  '0002-keep-web-chat.ts': '0933be4a71c3540fab6c86844e6c0af21f3a0022a0c68318df01db9300c390cd',
  '0003-claim-outbox.ts': '42a85eedeee8923da06783c737d37ef5e48d88a42165c3378a5fa2142d8f6189',
  '0004-redraw-homes.ts': '21ba29d04b2e6d4f34be4cdab3ea4deb0f7eb99b4938089e61e72d77fc91967f',
  '0005-keep-installations.ts': '92f3752379e03abffa16e1c2e649953bd5c56e43abec69868570b498fa958aa2',
  '0006-follow-notices.ts': 'f73d36222a0196d2e6fbe21f57c2ed91b36ab228494db68c38e2671b035be4c0',
  '0007-find-inbox-by-place.ts': '2a112e3ed75a6f676be1a848fd780193735999bc383e9acf3f9906f34edee3f5',
  '0008-keep-references.ts': 'ed29e638b2737753d8959c511dad3d58431f2c2a162b0d57ce3035b91ffa565a',
  '0009-keep-posts.ts': '1dc94c0ec8ade4167f0b3266176d4fb211b9091bd5672c4012cfc9e4d73180ac',
}

const sqlOf = async (file: string): Promise<string> =>
  Object.values((await import(join(folder, file))) as { readonly [name: string]: string }).join('\n')

describe('a released migration', () => {
  const files = readdirSync(folder).toSorted()

  it.each(Object.entries(released))('does what it always did: %s', async (file, hash) => {
    expect(
      createHash('sha256')
        .update(await sqlOf(file))
        .digest('hex'),
    ).toBe(hash)
  })

  it('comes before those that are not released yet', () => {
    expect(files.slice(0, Object.keys(released).length)).toEqual(Object.keys(released))
  })
})
