import { spawn } from 'node:child_process'

export interface Child {
  readonly url: string
  readonly pid: number
  /** What the process said on its way up. */
  readonly said: string
  stop(): Promise<void>
}

/** Starts a server in a process of its own and waits for the line that names its address. */
export function startChild(script: string, env: Record<string, string>): Promise<Child> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(/ready.*/.exec(said)?.[0] ?? '')?.[0]
      if (url !== undefined) resolve({ url, said, stop, pid: child.pid ?? 0 })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}:\n${said}`)))
  })
}
