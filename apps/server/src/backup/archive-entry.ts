/** One file of an archive, as it was written. */
export interface ArchiveEntry {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** Stands first. */
export const aboutName = 'about.json'
/** Stands last, so that an archive which was cut off has none. */
export const checksumsName = 'checksums.json'
/** What lies in the cluster's folder. */
export const clusterPrefix = 'cluster/'

/** Files of the data folder that belong to a backup: without them nobody opens the database, or reads its sealed values. */
export const keptFiles = ['password', 'backup-password', 'secret'] as const

/** A path that stays where it is unpacked. */
export const isSafeName = (name: string): boolean =>
  !name.includes('\\') &&
  !name.includes('\0') &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

/** The pieces of an entry, whose stream says nothing of what it yields. */
export async function* piecesOf(content: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const piece of content) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('An archive yields bytes.')
    yield piece
  }
}
