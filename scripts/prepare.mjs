// Runs on whatever Node the machine has; everything after it runs on the Node that the lockfile brings.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { giveUp, say } from './words.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const onWindows = process.platform === 'win32'

/** The Node that `npm install`s of this repository pin. */
export const node = join(root, 'node_modules/node/bin', onWindows ? 'node.exe' : 'node')

const stamp = join(root, 'node_modules/.installed-by-pipewright')

function checkNode() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major >= 20) return
  giveUp(
    `Pipewright needs Node 20 or newer to start; this is ${process.versions.node}. Install it from https://nodejs.org.`,
    `Pipewright 需要 Node 20 或更高版本才能启动，当前版本为 ${process.versions.node}。请从 https://nodejs.org 安装。`,
  )
}

function whatIsWanted() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

const isInstalled = (wanted) =>
  existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted

function explainFailedInstall() {
  const { bavail, bsize } = statfsSync(root)
  if (bavail * bsize < 200_000_000) {
    giveUp(
      `The disk that holds ${root} is full; installing needs about 1 GB. Free some space and start again.`,
      `${root} 所在的磁盘已满，安装约需 1 GB 空间。请腾出空间后重新启动。`,
    )
  }
  giveUp(
    'Installing did not finish; the reason stands above. Starting again goes on from here.',
    '安装未完成，原因见上方输出。重新启动即可继续。',
  )
}

function checkWritable() {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    giveUp(
      `This user cannot write to ${root}, where Pipewright installs what it needs.`,
      `当前用户无法写入 ${root}，而 Pipewright 需要在其中安装所需的内容。`,
    )
  }
}

function install() {
  checkWritable()
  say('Installing what Pipewright needs (once) …', '正在安装 Pipewright 所需的内容（仅首次）……')
  const { devDependencies, packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  // pnpm wants a newer Node than the machine may have, so both come for the length of this command.
  const tools = [`--package=node@${devDependencies.node}`, `--package=${packageManager}`]
  const args = ['--yes', ...tools, 'pnpm', 'install', '--frozen-lockfile', '--prefer-offline']
  const { status } = spawnSync('npx', args, {
    cwd: root,
    // Without a terminal pnpm would ask before it repairs a half-made node_modules.
    env: { ...process.env, CI: 'true', NODE_ENV: 'development', npm_config_loglevel: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: onWindows,
  })
  if (status !== 0) explainFailedInstall()
}

/** Brings node_modules up to the lockfile. Costs a few milliseconds when it is already there. */
export function prepare() {
  checkNode()
  const wanted = whatIsWanted()
  if (isInstalled(wanted)) return
  install()
  // Written last: a killed install has no stamp and is gone over again.
  writeFileSync(stamp, `${wanted}\n`)
}
