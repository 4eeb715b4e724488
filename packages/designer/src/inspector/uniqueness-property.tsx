import { meets } from '@pipewright/metadata'
import type { Expression, Form, Uniqueness } from '@pipewright/schemas'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { UniquenessList } from './uniqueness-list.tsx'

function withCondition(uniqueness: Uniqueness, when: Expression | null): Uniqueness {
  const { when: _when, ...rest } = uniqueness
  return when === null ? rest : { ...rest, when }
}

/** What must not occur twice among the records of a form, and among which of them. */
export function UniquenessProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const { edit } = useDesign()
  const index = useIndex()
  const parts = form.fields.filter(({ key }) => {
    const found = index.field(form.key, key)
    return found !== undefined && meets(found, 'uniquePart')
  })
  const among = ({ when, ...rest }: Uniqueness, change: (next: Uniqueness) => void) => (
    <Property label={t('unique.when')} help={t('unique.whenHelp')} group>
      {() => (
        <ConditionEditor
          form={form.key}
          label={t('unique.when')}
          text={t('unique.always')}
          value={when ?? null}
          onCommit={(next) => change(withCondition(rest, next))}
        />
      )}
    </Property>
  )
  return (
    <PropertyGroup title={t('unique.title')}>
      <UniquenessList<Uniqueness>
        all={form.uniqueness}
        parts={parts}
        words={{ empty: t('unique.help'), fields: t('unique.fields'), help: t('unique.fieldsHelp') }}
        onChange={(uniqueness) =>
          edit({ type: 'setForm', form: form.key, changes: { uniqueness: uniqueness ?? null } })
        }
        among={among}
      />
    </PropertyGroup>
  )
}
