import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './step.ts'

/** Where reports of a run are kept (git-ignored). */
export function reportFolder(): string {
  const folder = join(root, '.pipewright/reports')
  mkdirSync(folder, { recursive: true })
  return folder
}
