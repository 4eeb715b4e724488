import { canBeAsked, canBeFound } from '@pipewright/metadata'
import type { PublicForm } from '@pipewright/schemas'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { PagePart } from './page-part.ts'

type Find = NonNullable<PublicForm['find']>

/** What people are asked for, which records they may find by it, and what they see of them. */
export function PageFind({ form, page, find, change }: PagePart & { readonly find: Find }) {
  const t = useTexts()
  const put = (changes: { readonly [P in keyof Find]?: Find[P] | undefined }) =>
    change({ find: withoutEmpty<Find>({ ...find, ...changes } as Find) })
  return (
    <>
      <FieldListProperty
        label={t('publicForms.by')}
        help={t('publicForms.byHelp')}
        fields={form.fields.filter(canBeAsked)}
        value={[...find.by]}
        most={5}
        onChange={([first, ...rest]) => {
          if (first !== undefined) put({ by: [first, ...rest] })
        }}
      />
      <FieldListProperty
        label={t('publicForms.shown')}
        help={t('publicForms.shownHelp')}
        fields={form.fields.filter(canBeFound)}
        value={page.fields.map(({ field }) => field)}
        most={200}
        onChange={([first, ...rest]) => {
          if (first !== undefined) change({ fields: [{ field: first }, ...rest.map((field) => ({ field }))] })
        }}
      />
      <Property label={t('publicForms.findable')} group>
        {() => (
          <ConditionEditor
            form={form.key}
            label={t('publicForms.findable')}
            text={t('rules.everything')}
            value={find.where ?? null}
            onCommit={(where) => put({ where: where ?? undefined })}
          />
        )}
      </Property>
      <NumberProperty
        label={t('publicForms.findsMost')}
        value={find.most}
        min={1}
        max={20}
        placeholder="5"
        onCommit={(most) => put({ most })}
      />
    </>
  )
}
