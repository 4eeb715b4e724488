import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { explainStartFailure } from './postgres/start-problem.ts'
import { readConfig } from './start/config.ts'
import type { RunningServer } from './start/run-server.ts'

const say = (line: string) => void process.stderr.write(`${line}\n`)

/** Longest time to finish what was accepted before leaving anyway. */
const drainMs = 30_000

function sayWhere({ url, setupUrl, resetUrl }: RunningServer): void {
  say(`\n  Pipewright is ready:   ${setupUrl ?? url}`)
  if (resetUrl !== null) {
    say(`  Open this one-time link within an hour to set a new password:   ${resetUrl}`)
    say('  请在一小时内打开以上一次性链接，设置新密码。\n')
  }
  if (setupUrl === null) return
  say('  Open this one-time link to make the first account.')
  say('  请打开以上一次性链接，创建首个账号。\n')
}

/** Ends everything on the first signal, also one that comes while the start is still under way; on the second at once. */
function stopOnSignals(starting: Promise<RunningServer>): void {
  let stopping = false
  const leave = () => {
    // A second Ctrl-C means now.
    if (stopping) process.exit(1)
    stopping = true
    setTimeout(() => process.exit(1), drainMs).unref()
    starting
      .then(({ stop }) => stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.on('SIGINT', leave)
  process.on('SIGTERM', leave)
}

async function start(): Promise<RunningServer> {
  const config = readConfig(process.env, process.argv.slice(2))
  if (config.restoreFrom !== undefined) {
    const { restoreNamed } = await import('./backup/restore-named.ts')
    await restoreNamed(resolve(process.env.INIT_CWD ?? '', config.restoreFrom), config, say)
  }
  const { runServer } = await import('./start/run-server.ts')
  return runServer(config, say)
}

// Compiled once, started twice as fast; where the folder cannot be written, it starts without.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url)))

try {
  const starting = start()
  stopOnSignals(starting)
  sayWhere(await starting)
} catch (error) {
  const problem = explainStartFailure(error, process.env.DATA_FOLDER)
  say(problem?.message ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)))
  process.exit(1)
}
