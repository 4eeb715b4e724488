import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runTool, type Result } from './step.ts'
import { type Workspace, workspaces } from './workspaces.ts'

type Snapshot = ReadonlyMap<string, string>

function snapshot(folder: string): Snapshot {
  const files = globSync('**/generated/**', {
    cwd: join(root, folder),
    exclude: (name) => name === 'node_modules',
  })
  const paths = files.map((file) => join(root, folder, file)).filter((path) => statSync(path).isFile())
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]))
}

function restore(before: Snapshot, after: Snapshot): void {
  for (const path of after.keys()) if (!before.has(path)) rmSync(path)
  for (const [path, text] of before) writeFileSync(path, text)
}

/** Runs the generator; what differs from what stood there is named, and put back, since a check changes nothing. */
async function checkWorkspace({ folder }: Workspace): Promise<string[]> {
  const before = snapshot(folder)
  const ran = await runTool('node', ['--run', 'generate'], { cwd: join(root, folder), quiet: true })
  const after = snapshot(folder)
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  )
  if (differing.length > 0) restore(before, after)
  return ran ? differing.map((path) => path.slice(root.length + 1)) : [`${folder}: its generator failed`]
}

/** Generated files are committed; they must be what their source gives today. */
export async function checkGenerated(): Promise<Result> {
  const generating = workspaces.filter(({ scripts }) => scripts.includes('generate'))
  const stale: string[] = []
  for (const workspace of generating) stale.push(...(await checkWorkspace(workspace)))
  for (const path of stale) console.error(`out of date: ${path}`)
  return { ok: stale.length === 0, note: `${generating.length} generators` }
}
