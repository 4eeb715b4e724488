import { makeKey } from '@pipewright/metadata'

const longest = 40

/** The lasting key of a workspace, from its name (Chinese in pinyin); never one that is taken. */
export function workspaceKey(name: string, taken: ReadonlySet<string>): string {
  const base = makeKey(name, new Set())
    .slice(0, longest - 4)
    .replace(/_+$/, '')
  return makeKey(base === 'field' ? 'workspace' : base, taken)
}
