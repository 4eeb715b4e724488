import type { AppDefinition } from '@pipewright/schemas'
import { type DocumentKey, documentKinds, documentsOf, listNames } from '../documents.ts'
import type { EditOf } from './edit-spec.ts'

type Restore = EditOf<'restore'>

function changedDocuments(from: AppDefinition, to: AppDefinition, kind: DocumentKey) {
  const before = new Map(documentsOf(from, kind).map((document) => [document.key, document]))
  const after = new Map(documentsOf(to, kind).map((document) => [document.key, document]))
  const kept = documentsOf(to, kind).flatMap((document, index) =>
    before.get(document.key) === document
      ? []
      : [{ index, from: before.get(document.key) ?? null, to: document }],
  )
  const gone = documentsOf(from, kind).flatMap((document, index) =>
    after.has(document.key) ? [] : [{ index, from: document, to: null }],
  )
  return [...gone, ...kept]
}

/** The edit that turns `from` into `to`, where documents that did not change are the same objects. */
export function restoreBetween(from: AppDefinition, to: AppDefinition): Restore {
  const changes = documentKinds.flatMap((kind) => {
    const documents = changedDocuments(from, to, kind)
    return documents.length === 0 ? [] : [[listNames[kind], documents] as const]
  })
  const retire = to.retired.filter((key) => !from.retired.includes(key))
  const unretire = from.retired.filter((key) => !to.retired.includes(key))
  return {
    type: 'restore',
    ...(Object.fromEntries(changes) as Omit<Restore, 'type'>),
    ...(from.navigation !== to.navigation && {
      navigation: { from: from.navigation, to: to.navigation },
    }),
    ...(retire.length > 0 && { retire }),
    ...(unretire.length > 0 && { unretire }),
  }
}
