import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { node, prepare, root } from './prepare.mjs'

prepare()
const gate = join(root, 'scripts/gate/gate.ts')
const { status } = spawnSync(node, [gate, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
