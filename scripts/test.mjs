import { prepare } from './prepare.mjs'
import { runUntilEnd } from './run.mjs'

prepare()
runUntilEnd([{ args: ['scripts/gate/gate.ts', ...process.argv.slice(2)] }], 130)
