import { argv, cwd, env, exit, stdout } from 'node:process'
import { createLog } from '../process/log.ts'
import { environment, readConfig } from '../settings/config.ts'
import { examine } from './doctor/examine.ts'
import { type Finding, findingLines, fix } from './doctor/finding.ts'

const found: Finding[] = []
const say = (finding: Finding): void => {
  found.push(finding)
  for (const line of findingLines(finding)) stdout.write(`${line}\n`)
}

const config = readConfig(environment(cwd(), env), argv.slice(2))
if (!config.ok)
  for (const problem of config.no) say(fix('settings', problem, 'Change it in .env or in the environment.'))
else if (config.value === 'help')
  stdout.write(
    'Usage: npm run doctor\n\nLooks at everything the bot stands on, with the settings of `npm start`.\n',
  )
else await examine(config.value, { log: createLog({ level: 'warn' }), now: Date.now, say })

const wrong = found.filter(({ state }) => state === 'fix').length
if (found.length > 0) stdout.write(wrong === 0 ? '\nNothing has to be fixed.\n' : `\n${wrong} to fix.\n`)
exit(wrong === 0 ? 0 : 1)
