import { loadDefinition } from '@pipewright/metadata'
import { isTemplate, type AppDefinition, type Template } from '@pipewright/schemas'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A template as it lies in its folder: the card, and the app that a workspace begins with. */
export interface ReadTemplate {
  readonly folder: string
  readonly card: Template
  readonly definition: AppDefinition
}

/** Folder of each kind of document; the documents of a folder are in the order of their file names. */
const folders = {
  forms: 'forms',
  optionSets: 'option-sets',
  views: 'views',
  workflows: 'workflows',
  reports: 'reports',
  dashboards: 'dashboards',
  roles: 'roles',
} as const satisfies Partial<Record<keyof AppDefinition, string>>

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

async function readDocuments(folder: string): Promise<unknown[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.json')).toSorted()
  return Promise.all(files.map((name) => readJson(join(folder, name))))
}

async function readFolder(folder: string): Promise<ReadTemplate> {
  const card = await readJson(join(folder, 'template.json'))
  if (!isTemplate(card)) throw new Error(`${folder}/template.json is no template`)
  const kinds = await Promise.all(
    Object.entries(folders).map(
      async ([kind, name]) => [kind, await readDocuments(join(folder, name))] as const,
    ),
  )
  const { name, navigation } = card
  const loaded = loadDefinition({ format: 1, name, ...Object.fromEntries(kinds), navigation, retired: [] })
  if ('problems' in loaded)
    throw new Error(`${folder} does not hold together: ${JSON.stringify(loaded.problems[0])}`)
  return { folder, card, definition: loaded.definition }
}

/** Every template of the folder, by key. */
export async function readTemplates(templatesFolder: string): Promise<ReadonlyMap<string, ReadTemplate>> {
  const entries = await readdir(templatesFolder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const templates = await Promise.all(names.toSorted().map((name) => readFolder(join(templatesFolder, name))))
  return new Map(templates.map((template) => [template.card.key, template]))
}
