import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './step.ts'

export type Workspace = { readonly folder: string; readonly scripts: readonly string[] }

const patterns = ['schemas', 'packages/*', 'apps/*', 'e2e']

function scriptsOf(folder: string): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  if (typeof manifest !== 'object' || manifest === null || !('scripts' in manifest)) return []
  return Object.keys(manifest.scripts ?? {})
}

export const workspaces: readonly Workspace[] = patterns
  .flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }).map(dirname))
  .map((folder) => ({ folder, scripts: scriptsOf(folder) }))

/** TypeScript finds nothing to check in an empty workspace and calls that an error; such a one is left out. */
export const hasSource = ({ folder }: Workspace) =>
  globSync(['src/**/*.{ts,tsx}', '*.ts'], { cwd: join(root, folder) }).length > 0 &&
  existsSync(join(root, folder, 'tsconfig.json'))
