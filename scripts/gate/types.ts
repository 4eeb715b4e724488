import { runTool, type Result } from './step.ts'
import { hasSource, workspaces } from './workspaces.ts'

/** Type checks every workspace, the scripts and what builds the web app, two at a time. */
export async function checkTypes(): Promise<Result> {
  const waiting = [
    '.',
    'apps/web/tsconfig.vite.json',
    ...workspaces.filter(hasSource).map(({ folder }) => folder),
  ]
  const total = waiting.length
  const bad: string[] = []
  const work = async () => {
    for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
      if (!(await runTool('tsc', ['--noEmit', '-p', folder], { quiet: true }))) bad.push(folder)
    }
  }
  await Promise.all([work(), work()])
  return {
    ok: bad.length === 0,
    note: bad.length ? `errors in ${bad.sort().join(', ')}` : `${total} projects`,
  }
}
