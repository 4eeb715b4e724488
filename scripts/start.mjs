import { buildWeb } from './build-web.mjs'
import { prepare } from './prepare.mjs'
import { runUntilEnd } from './run.mjs'

prepare()
buildWeb()
runUntilEnd([
  {
    args: ['apps/server/src/main.ts', ...process.argv.slice(2)],
    env: { NODE_ENV: process.env.NODE_ENV ?? 'production' },
  },
])
