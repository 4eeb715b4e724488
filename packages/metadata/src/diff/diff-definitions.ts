import type { AppDefinition } from '@pipewright/schemas'
import { type Document, type DocumentKey, documentKinds, documentsOf } from '../documents.ts'
import { isSameJson } from '../same-json.ts'
import { workspaceCurrency } from '../workspace-currency.ts'
import { compareByKey } from './by-key.ts'
import type { Change } from './change.ts'
import { diffOptions } from './diff-fields.ts'
import { diffForm } from './diff-form.ts'
import { compareRoles } from './diff-roles.ts'

const optionsOf = (document: Document) => ('options' in document ? document.options : undefined)

type Kind = Exclude<DocumentKey, 'form'>

function diffDocuments(before: AppDefinition, after: AppDefinition, kind: Kind): Change[] {
  const pairs =
    kind === 'role'
      ? compareRoles(before, after)
      : compareByKey<Exclude<Document, AppDefinition['forms'][number]>>(
          documentsOf(before, kind),
          documentsOf(after, kind),
        )
  const changed = pairs.changed.map((pair): Change => {
    const options = diffOptions(optionsOf(pair.before), optionsOf(pair.after))
    return { type: 'documentChanged', kind, ...pair, ...(options && { options }) }
  })
  return [
    ...pairs.added.map((document): Change => ({ type: 'documentAdded', kind, document })),
    ...pairs.removed.map((document): Change => ({ type: 'documentRemoved', kind, document })),
    ...changed,
  ]
}

/** What a builder changed from one definition to the other; empty when nothing that matters differs. */
export function diffDefinitions(before: AppDefinition, after: AppDefinition): Change[] {
  const forms = compareByKey(before.forms, after.forms)
  const renamed: Change[] = isSameJson(before.name, after.name)
    ? []
    : [{ type: 'appRenamed', before: before.name, after: after.name }]
  const [was, now] = [workspaceCurrency(before), workspaceCurrency(after)]
  const currency: Change[] =
    before.currency === after.currency || (was === now && after.currency === undefined)
      ? []
      : [{ type: 'currencyChanged', before: was, after: now }]
  const navigation: Change[] = isSameJson(before.navigation, after.navigation)
    ? []
    : [{ type: 'navigationChanged' }]
  const kinds = documentKinds.filter((kind) => kind !== 'form')
  return [
    ...renamed,
    ...currency,
    ...forms.added.map((form): Change => ({ type: 'formAdded', form })),
    ...forms.removed.map((form): Change => ({ type: 'formRemoved', form })),
    ...forms.changed.flatMap((pair) => diffForm(pair.before, pair.after)),
    ...kinds.flatMap((kind) => diffDocuments(before, after, kind)),
    ...navigation,
  ]
}
