import { execFile, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

type Options = {
  /** Told in one line what is being done, e.g. that a browser is being installed. */
  readonly log: (line: string) => void
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

/** Where Playwright keeps the browsers it downloads. */
function ofPlaywright(): string | undefined {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ]
  const places = ['chromium-*/chrome-linux*/chrome', 'chromium-*/chrome-mac*/*.app/Contents/MacOS/*']
  for (const cwd of caches) {
    if (!cwd || !existsSync(cwd)) continue
    const [found] = globSync(places, { cwd })
    if (found) return join(cwd, found)
  }
  return undefined
}

async function installBySystem({ log }: Options): Promise<void> {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) return
  log('No Chromium here: installing it with apt-get …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const packages = ['chromium', 'fonts-noto-cjk']
  await run('apt-get', ['update', '-q'], { env }).catch(() => undefined)
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env }).catch(
    (error: unknown) =>
      log(
        `apt-get could not install it: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      ),
  )
}

async function installByPlaywright({ log }: Options): Promise<void> {
  log('No Chromium here: letting Playwright download one …')
  const cli = join(import.meta.dirname, '../../../e2e/node_modules/@playwright/test/cli.js')
  await run(process.execPath, [cli, 'install', 'chromium']).catch((error: unknown) =>
    log(
      `Playwright could not: ${error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error)}`,
    ),
  )
}

function noteMissingFonts({ log }: Options): void {
  const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (fonts.error || fonts.stdout.trim() !== '') return
  log('No Chinese font is installed: Chinese screens show boxes (on Debian: apt-get install fonts-noto-cjk).')
}

/**
 * The Chromium for browser tests: CHROMIUM_PATH, else a usual name on PATH, else one that Playwright downloaded; if there
 * is none, it is installed (with apt-get as root, else by Playwright). Notes it when Chinese fonts are missing.
 */
export async function findChromium(options: Options): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named && !isProgram(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is no program.`)
  let found = named ?? onPath() ?? ofPlaywright()
  for (const install of [installBySystem, installByPlaywright]) {
    if (found) break
    await install(options)
    found = onPath() ?? ofPlaywright()
  }
  if (!found) {
    throw new Error(
      'No Chromium for the browser tests. Install one (Debian: apt-get install chromium; else https://www.chromium.org) or set CHROMIUM_PATH.',
    )
  }
  noteMissingFonts(options)
  return found
}
