import { describe, expect, it } from 'vitest'
import { createMayCall, isLoopbackUrl } from '../../../adapters/teams/wire/service-hosts.ts'

describe('the hosts the bot may call', () => {
  const mayCall = createMayCall(['smba.trafficmanager.net', '*.teams.microsoft.com', 'localhost', '::1'])

  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://SMBA.trafficmanager.net/emea/0000-1/',
    'https://smba.infra.gcc.teams.microsoft.com/',
    'https://a.teams.microsoft.com:443/',
    'http://localhost:56150/_connector',
    'https://localhost/',
    'http://[::1]:3000/',
  ])('T39 include %s', (address) => expect(mayCall(address)).toBe(true))

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net./',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://evil.example#smba.trafficmanager.net',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:word@smba.trafficmanager.net/',
    'https://evil.smba.trafficmanager.net/',
    'https://other.trafficmanager.net/',
    'https://teams.microsoft.com/',
    'https://.teams.microsoft.com/',
    'https://evilteams.microsoft.com/',
    'https://x.teams.microsoft.com.evil.example/',
    'https://smba.trafficmanager.net/?next=https://evil.example',
    'https://smba.trafficmanager.net/?',
    'https://smba.trafficmanager.net/#',
    ' https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/e\tmea/',
    'https://evil.example\\.teams.microsoft.com/',
    'https://smbа.trafficmanager.net/',
    'http://127.0.0.1:3000/',
    'http://localhost.evil.example/',
    'ftp://localhost/',
    'javascript:alert(1)',
    '//smba.trafficmanager.net/',
    'smba.trafficmanager.net',
  ])('T39 do not include %s', (address) => expect(mayCall(address)).toBe(false))

  it('are none when none is named', () => {
    expect(createMayCall([])('https://smba.trafficmanager.net/')).toBe(false)
  })

  it('know this machine however it is written', () => {
    const addresses = ['http://127.1/', 'http://0x7f000001/', 'http://[::1]/', 'http://LOCALHOST:1/']
    expect(addresses.map(isLoopbackUrl)).toEqual([true, true, true, true])
    const others = ['http://127.0.0.1.example/', 'http://10.0.0.1/', 'http://[::ffff:7f00:1]/', 'x']
    expect(others.map(isLoopbackUrl)).toEqual([false, false, false, false])
  })
})
