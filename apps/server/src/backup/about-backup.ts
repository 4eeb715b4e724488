import { newestMigrations } from '@pipewright/db'
import { readFileSync } from 'node:fs'

/** What stands first in an archive: enough to know whether it can be brought back here. */
export interface AboutBackup {
  readonly format: number
  /** The version of Pipewright that wrote it. */
  readonly product: string
  /** The newest migrations it knew. */
  readonly schema: { readonly system: number; readonly workspace: number }
  /** "18.4" */
  readonly postgres: string
  /** "linux-x64": files of a cluster are those of one kind of machine. */
  readonly platform: string
  /** ISO instant. */
  readonly at: string
  /** Whether the secret lies inside; otherwise it was given as SECRET and has to be given again. */
  readonly secret: 'inside' | 'given'
}

/** Raised when older versions could not read what is written now. */
export const backupFormat = 1

const rootManifest = new URL('../../../../package.json', import.meta.url)

function productVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(rootManifest, 'utf8'))
  if (typeof manifest === 'object' && manifest && 'version' in manifest) return String(manifest.version)
  throw new Error('package.json names no version')
}

/** What this version of the product writes into its archives. */
export const aboutUs = () => ({
  format: backupFormat,
  product: productVersion(),
  schema: newestMigrations,
  platform: `${process.platform}-${process.arch}`,
})

function isAbout(value: unknown): value is AboutBackup {
  if (typeof value !== 'object' || value === null) return false
  const { format, product, schema, postgres, platform, at, secret } = value as Partial<AboutBackup>
  return (
    typeof format === 'number' &&
    [product, postgres, platform, at, secret].every((text) => typeof text === 'string') &&
    typeof schema?.system === 'number' &&
    typeof schema.workspace === 'number'
  )
}

/** Reads the first entry; undefined when it is none of ours. */
export function readAbout(text: string): AboutBackup | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isAbout(value) ? value : undefined
  } catch {
    return undefined
  }
}
