import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** How many tests a step ran, for the closing line. */
export type Counts = { readonly passed: number; readonly failed: number }

export type Result = { readonly ok: boolean; readonly note?: string; readonly counts?: Counts }

export type Step = { readonly name: string; readonly title: string; readonly run: () => Promise<Result> }

type Options = { readonly cwd?: string; readonly env?: Record<string, string>; readonly quiet?: boolean }

const binaries = join(root, 'node_modules/.bin')
const nodeFolder = join(root, 'node_modules/node/bin')

const running = new Set<ChildProcess>()

process.on('SIGTERM', () => {
  for (const child of running) child.kill('SIGTERM')
  process.exit(130)
})

/** Runs a tool of ours on our Node, showing its output as it comes (or, if quiet, only when it fails). */
export function runTool(tool: string, args: string[], options: Options = {}): Promise<boolean> {
  const { cwd = root, env = {}, quiet = false } = options
  const child = spawn(tool, args, {
    cwd,
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      ...env,
      PATH: `${nodeFolder}:${binaries}:${process.env.PATH}`,
    },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  })
  running.add(child)
  child.on('exit', () => running.delete(child))
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((done) => {
    child.on('error', (error) => {
      console.error(`${tool}: ${error.message}`)
      done(false)
    })
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(output)
      done(code === 0)
    })
  })
}
