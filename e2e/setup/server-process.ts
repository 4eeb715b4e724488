import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))

export interface ServerProcess {
  /** Where it answers, for example "http://127.0.0.1:40123". */
  readonly url: string
  /** The one-time link; null when there is an account. */
  readonly setupUrl: string | null
  readonly child: ChildProcess
  /** What it wrote so far; errors of the server are read from here. */
  output(): string
  stop(): Promise<void>
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** The product as `npm start -- <words>` runs it, on a port of its own. `settings` are environment variables. */
export async function startServer(
  settings: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawn(`${root}node_modules/node/bin/node`, [main, ...words], {
    cwd: root,
    env: { ...process.env, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const shown = /ready:\s+(http\S+)/.exec(output)?.[1]
      if (shown !== undefined) resolve(shown)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)))
  })
  const shown = new URL(await ready)
  return {
    url: shown.origin,
    setupUrl: shown.pathname === '/setup' ? shown.href : null,
    child,
    output: () => output,
    stop: () => stop(child),
  }
}
