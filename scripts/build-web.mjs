import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node, root } from './prepare.mjs'
import { giveUp, say } from './words.mjs'

const packages = ['ui', 'renderer', 'designer', 'contract', 'compiler', 'logic', 'metadata']
const inputs = ['apps/web', 'schemas', ...packages.map((name) => `packages/${name}`)]
const stampFolder = join(root, '.pipewright')
const stamp = join(stampFolder, 'web-build')
const built = join(root, 'apps/web/dist/index.html')

const isInput = (name) => name !== 'node_modules' && name !== 'dist' && !/\.test\.tsx?$/.test(name)

function hashFolder(folder, hash) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => isInput(name))
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) hashFolder(path, hash)
    else if (entry.isFile()) hash.update(`${path.slice(root.length)}\0`).update(readFileSync(path))
  }
}

function hashInputs() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')))
  for (const folder of inputs) hashFolder(join(root, folder), hash)
  return hash.digest('hex')
}

/** Builds the web app into apps/web/dist when anything it is made of changed since the last whole build. */
export function buildWeb() {
  const wanted = hashInputs()
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted) return
  say('Building the web app (once per change) …', '正在构建网页应用（仅在有改动时）……')
  const vite = join(root, 'apps/web/node_modules/vite/bin/vite.js')
  const { status } = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'apps/web'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0)
    giveUp('The web app did not build; the reason stands above.', '网页应用构建失败，原因见上方输出。')
  mkdirSync(stampFolder, { recursive: true })
  writeFileSync(stamp, `${wanted}\n`)
}
