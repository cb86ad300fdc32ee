import { argv, setSourceMapsEnabled } from 'node:process'
import { stop } from 'esbuild'
import { build } from './build.mjs'

const others = ['doctor', 'audit', 'write-slack-manifest', 'write-teams-manifest']
const program = others.includes(argv[2]) ? argv.splice(2, 1)[0] : 'main'

setSourceMapsEnabled(true)
await build()
// The builder's helper process has done its part; it must not live beside the bot.
await stop()
await import(`../dist/${program}.js`)
