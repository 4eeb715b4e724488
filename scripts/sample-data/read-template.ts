import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const templateFolder = join(import.meta.dirname, '../../templates/lead-to-payment')

/** The kinds of documents, each in its folder, and what they are called in an app definition. */
export const kinds = {
  forms: 'forms',
  'option-sets': 'optionSets',
  views: 'views',
  workflows: 'workflows',
  reports: 'reports',
  dashboards: 'dashboards',
  roles: 'roles',
} as const
export type Kind = keyof typeof kinds

export interface Document {
  readonly file: string
  readonly content: unknown
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** The documents of one kind, sorted by file name. */
export function readDocuments(kind: Kind): Document[] {
  const folder = join(templateFolder, kind)
  return readdirSync(folder)
    .toSorted()
    .map((file) => ({ file, content: readJson(join(folder, file)) }))
}

export function readManifest(): unknown {
  return readJson(join(templateFolder, 'template.json'))
}
