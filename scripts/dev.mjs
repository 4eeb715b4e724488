import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { runUntilEnd } from './run.mjs'

prepare()
const port = process.env.PORT ?? '3000'
runUntilEnd([
  { args: ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], env: { PORT: port } },
  {
    args: [join(root, 'apps/web/node_modules/vite/bin/vite.js')],
    cwd: join(root, 'apps/web'),
    env: { API_URL: `http://127.0.0.1:${port}` },
  },
])
