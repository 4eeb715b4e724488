import { indexDefinition, viewKinds } from '@pipewright/metadata'
import type { Form, View } from '@pipewright/schemas'
import { DocumentHead } from '../documents/document-head.tsx'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LabelProperty } from '../parts/label-property.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { SortEditor } from './sort-editor.tsx'
import { TableEditor } from './table-editor.tsx'
import { ViewShape, type ViewChanges } from './view-shape.tsx'

function useViewChange(key: string) {
  const { store, edit } = useDesign()
  return (changes: ViewChanges) => {
    const now = indexDefinition(store.state().definition).view(key)
    if (now !== undefined) edit({ type: 'putView', view: withoutEmpty<View>({ ...now, ...changes } as View) })
  }
}

/** Columns, filter and order of a saved list, or the columns of a board. */
export function ViewEditor({ form, view }: { readonly form: Form; readonly view: View }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, openArea } = useDesign()
  const change = useViewChange(view.key)
  const remove = () => {
    if (edit({ type: 'removeDocument', kind: 'view', key: view.key })) openArea('views')
  }
  return (
    <div className="pwd-document">
      <DocumentHead label={read(view.label)} name={view.key} onRemove={remove} />
      <PropertyGroup title={t('inspector.basics')}>
        <LabelProperty value={view.label} onCommit={(label) => change({ label })} />
        <ViewShape form={form} view={view} change={change} />
      </PropertyGroup>
      <PropertyGroup title={t('views.filter')}>
        <ConditionEditor
          form={form.key}
          label={t('views.filter')}
          text={t('rules.everything')}
          value={view.filter ?? null}
          onCommit={(filter) => change({ filter: filter ?? undefined })}
        />
      </PropertyGroup>
      {viewKinds[view.type].ordered !== true && (
        <PropertyGroup title={t('views.sort')}>
          <SortEditor
            form={form.key}
            value={view.sort ?? []}
            onChange={(sort) => change({ sort: sort.length === 0 ? undefined : sort })}
          />
        </PropertyGroup>
      )}
      {(view.type === 'table' || view.type === 'tree') && (
        <TableEditor form={form} view={view} change={change} />
      )}
    </div>
  )
}
