import type { FoundFile } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { readImportFiles, type ImportFile } from './import-files.ts'
import type { ImportJob } from './import-job.ts'

/** A file that several rows name is copied for each; more than so much in all is not. */
const mostCopied = 1024 * 1024 * 1024

/** A path as it is compared: NFC, with slashes, without empty parts and ways up. */
export const comparedPath = (text: string): string =>
  text
    .normalize('NFC')
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')

/** A path and what is left of it without the folders in front, one after the other. */
function endingsOf(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_part, from) => parts.slice(from).join('/'))
}

const folded = (path: string): string => path.toLowerCase()

/**
 * Finds files of a zip by name: by their whole path, else by its end, each exactly before in other letters of the same
 * name. Notes which files were named.
 */
export class FileFinder {
  readonly used = new Set<number>()
  readonly #steps: readonly {
    readonly of: (text: string) => string
    readonly files: Map<string, ImportFile[]>
  }[]
  #copied = 0

  constructor(files: readonly ImportFile[]) {
    const same = (text: string) => text
    const by = (of: (text: string) => string, namesOf: (path: string) => readonly string[]) => {
      const found = new Map<string, ImportFile[]>()
      for (const file of files)
        for (const name of namesOf(comparedPath(file.path)))
          found.set(of(name), [...(found.get(of(name)) ?? []), file])
      return { of, files: found }
    }
    this.#steps = [
      by(same, (path) => [path]),
      by(folded, (path) => [path]),
      by(same, endingsOf),
      by(folded, endingsOf),
    ]
  }

  /** What a name means; a second naming counts as a copy. */
  readonly find = (name: string): FoundFile => {
    const path = comparedPath(name)
    for (const { of, files } of this.#steps) {
      const [file, ...others] = files.get(of(path)) ?? []
      if (file === undefined) continue
      if (others.length > 0) return { problem: 'file-many' }
      if (this.used.has(file.position)) this.#copied += file.bytes
      this.used.add(file.position)
      if (this.#copied > mostCopied) return { problem: 'files-repeated' }
      return file.file === null ? { problem: file.problem ?? 'file-missing' } : { id: file.file }
    }
    return { problem: 'file-missing' }
  }
}

/** The files that came with an import, if any did. */
export async function fileFinderOf(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, files }: Pick<ImportJob, 'id' | 'files'>,
): Promise<FileFinder | undefined> {
  return files === null ? undefined : new FileFinder(await readImportFiles(connection, workspace, id))
}
