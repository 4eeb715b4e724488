import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { node, root } from './prepare.mjs'

const preloads = ['keep-compiled.mjs', 'end-with-parent.mjs'].flatMap((name) => [
  '--import',
  pathToFileURL(join(root, 'scripts', name)).href,
])

/** A SIGTERM to npm ends npm and its shell, but the shell passes nothing on: all that can be seen is that it is gone. */
function whenNpmIsGone(then) {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && then(), 200).unref()
}

/**
 * Starts programs (argument lists for our Node) and lives as long as they do. One Ctrl-C or SIGTERM reaches each of them
 * once, however many processes stand between it and the terminal; when one ends, the others are asked to end too.
 * `interrupted` is the exit code of a run that was asked to end.
 */
export function runUntilEnd(programs, interrupted = 0) {
  const children = programs.map(({ args, cwd = root, env = {} }) =>
    spawn(node, [...preloads, ...args], {
      cwd,
      env: { ...process.env, ...env },
      // A process group of its own, because the terminal sends Ctrl-C to a whole group and npm sends it once more.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
  )
  const stopAll = () => {
    for (const child of children)
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  }
  let asked = false
  const ask = () => {
    if (!asked) stopAll()
    asked = true
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask)
  whenNpmIsGone(ask)
  let left = children.length
  let worst = 0
  for (const child of children) {
    child.on('exit', (code, signal) => {
      worst ||= asked ? interrupted : (code ?? 128 + constants.signals[signal])
      left -= 1
      if (left === 0) process.exit(worst)
      stopAll()
    })
  }
}
