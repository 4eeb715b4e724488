import type { Edit } from '@pipewright/schemas'
import { type DocumentKey, type Documents, documentsOf, withDocuments } from '../documents.ts'
import { indexOfKey, replaceAt } from '../lists.ts'
import type { EditResult } from './edit-spec.ts'
import type { AppDefinition } from '@pipewright/schemas'

/** Adds a document at the end or replaces the one with its key; `put` makes the edit that puts an old one back. */
export function putDocument<K extends Exclude<DocumentKey, 'form'>>(
  definition: AppDefinition,
  kind: K,
  site: { document: Documents[K]; put: (old: Documents[K]) => Edit },
): EditResult {
  const { document, put } = site
  const list = documentsOf(definition, kind)
  const position = indexOfKey(list, document.key)
  const old = list[position]
  const documents = old === undefined ? [...list, document] : replaceAt(list, position, document)
  const inverse: Edit = old === undefined ? { type: 'removeDocument', kind, key: document.key } : put(old)
  return { definition: withDocuments(definition, kind, documents), inverse: [inverse] }
}
