import { setSourceMapsEnabled } from 'node:process'
import { stop } from 'esbuild'
import { build } from './build.mjs'

setSourceMapsEnabled(true)
await build()
// The builder's helper process has done its part; it must not live beside the bot.
await stop()
await import('../dist/main.js')
