import { makeKey } from '@pipewright/metadata'
import type { Form, Uniqueness } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { partsOf, UniquenessRow } from './uniqueness-row.tsx'

/** What must not occur twice: single fields or combinations, in which spelling, and among which records. */
export function UniquenessProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const { edit } = useDesign()
  const index = useIndex()
  const all = form.uniqueness ?? []
  const change = (next: Uniqueness[]) =>
    edit({ type: 'setForm', form: form.key, changes: { uniqueness: next.length === 0 ? null : next } })
  const [first] = partsOf(index, form)
  const add = () => {
    if (first === undefined) return
    const key = makeKey('unique', new Set(all.map((each) => each.key)))
    change([...all, { key, fields: [first.key] }])
  }
  return (
    <PropertyGroup title={t('unique.title')}>
      {all.length === 0 && <p className="pwd-quiet">{t('unique.help')}</p>}
      {all.map((each) => (
        <UniquenessRow
          key={each.key}
          form={form}
          uniqueness={each}
          onChange={(next) => change(all.map((one) => (one === each ? next : one)))}
          onRemove={() => change(all.filter((one) => one !== each))}
        />
      ))}
      <Button icon={<Icon name="plus" />} disabled={all.length >= 20 || first === undefined} onClick={add}>
        {t('unique.add')}
      </Button>
    </PropertyGroup>
  )
}
