import { describe, expect, it } from 'vitest'
import { filesOf } from '../../../adapters/teams/inbound/files.ts'

const uploaded = 'application/vnd.microsoft.teams.file.download.info'

const linkOf = (contentUrl: unknown, contentType = uploaded) =>
  filesOf('1', [{ contentType, contentUrl, name: 'a.txt', content: {} }]).files?.[0]?.link

describe('a file of Teams', () => {
  it('is linked on SharePoint’s own pages', () => {
    for (const place of [
      'https://bridge-my.sharepoint.com/personal/anna/Documents/a.txt',
      'https://bridge.sharepoint.us/a.txt',
      'https://bridge.sharepoint.cn/a.txt',
    ]) {
      expect(linkOf(place)).toBe(place)
      expect(linkOf(place, 'reference')).toBe(place)
    }
    expect(linkOf('https://bridge.sharepoint.com/Shared Documents/日志.txt')).toBe(
      'https://bridge.sharepoint.com/Shared%20Documents/%E6%97%A5%E5%BF%97.txt',
    )
  })

  it.each([
    'http://bridge.sharepoint.com/a.txt',
    'https://bridge.sharepoint.com.evil.example/a.txt',
    'https://evilsharepoint.com/a.txt',
    'https://bridge.sharepoint.com@evil.example/a.txt',
    'https://user:secret@bridge.sharepoint.com/a.txt',
    'https://bridge.sharepoint.com:8443/a.txt',
    'https://smba.trafficmanager.net/emea/v3/attachments/1/views/original',
    'https://169.254.169.254/latest',
    'https://[::ffff:10.0.0.1]/a',
    'javascript:alert(1)',
    'bridge.sharepoint.com/a.txt',
    '',
    null,
    7,
  ])('T59 is named and not linked at %s', (place) => {
    expect(linkOf(place)).toBeUndefined()
    expect(linkOf(place, 'image/png')).toBeUndefined()
  })

  it('T59 is kept without the address that opens it to whoever has it', () => {
    const content = {
      downloadUrl: 'https://bridge.sharepoint.com/download.aspx?tempauth=secret',
      uniqueId: 'U-1',
      fileType: 'txt',
    }
    const kept = filesOf('1', [{ contentType: uploaded, contentUrl: null, name: 'a.txt', content }])
    expect(kept).toEqual({ files: [{ id: 'U-1', name: 'a.txt', type: 'txt' }] })
    const written = filesOf('1', [{ contentType: uploaded, name: 'a.txt', content: JSON.stringify(content) }])
    expect(written).toEqual(kept)
  })

  it('without a name is named by what it is', () => {
    const { files } = filesOf('17', [
      { contentType: 'image/png' },
      { contentType: uploaded, content: { uniqueId: 'U-1' } },
      { contentType: 'image/*', name: '' },
      { contentType: 'image/svg+xml', name: 'drawing.svg' },
      { contentType: 'reference' },
    ])
    expect(files?.map(({ id, name }) => [id, name])).toEqual([
      ['17/0', 'image.png'],
      ['U-1', 'U-1'],
      ['17/2', 'image-2'],
      ['17/3', 'drawing.svg'],
      ['17/4', '17/4'],
    ])
  })

  it('is not a card, nor text, nor a quoted message', () => {
    for (const contentType of [
      'text/html',
      'text/plain',
      'application/vnd.microsoft.card.adaptive',
      'messageReference',
      '',
    ])
      expect(filesOf('1', [{ contentType, name: 'x', content: '<p>' }])).toEqual({})
  })
})
