import type { Form, OriginField, OriginStart } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import { useDefinition, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { canTake } from '../inspector/sheets/fill-pairs.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { OriginPairs } from './origin-pairs.tsx'
import { useStartChange } from './use-start-change.ts'

/** One form one came from, with what is taken over; none is left when its last pair goes. */
const withFields = (origin: OriginStart, fields: readonly OriginField[]): OriginStart[] => {
  const [first, ...rest] = fields
  return first === undefined ? [] : [{ ...origin, fields: [first, ...rest] }]
}

/** What is taken over from the record on whose page, in whose list or in whose form a new one is made. */
export function OriginsProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { forms } = useDefinition()
  const change = useStartChange(form)
  const origins = form.start?.from ?? []
  const firstPair = (key: string): OriginField | undefined => {
    const plain = index.fieldsOf(key).filter(({ type }) => type !== 'lineItems')
    for (const from of plain) {
      const fitting = form.fields.filter((to) => to.type !== 'attachment' && canTake(from, to))
      const to = fitting.find((one) => one.key === from.key) ?? fitting[0]
      if (to !== undefined) return { from: from.key, to: to.key }
    }
    const one = form.fields.find(
      (to) =>
        (to.type === 'relation' && to.form === key) ||
        (to.type === 'anyRelation' && to.targets.some((target) => target.form === key)),
    )
    return one && { from: 'id', to: one.key }
  }
  const free = forms.filter(({ key }) => !origins.some((one) => one.form === key) && firstPair(key))
  return (
    <Property label={t('start.origins')} help={t('start.originsHelp')} group>
      {() => (
        <>
          {origins.map((origin) => (
            <div key={origin.form} role="group" aria-label={read(index.form(origin.form)?.label)}>
              <span className="pwd-property-label">{read(index.form(origin.form)?.label)}</span>
              <OriginPairs
                form={form.key}
                origin={origin}
                onChange={(fields) =>
                  change({
                    from: origins.flatMap((one) => (one === origin ? withFields(one, fields) : [one])),
                  })
                }
              />
            </div>
          ))}
          {free.length > 0 && (
            <Select
              className="pwd-full"
              aria-label={t('start.addOrigin')}
              placeholder={t('start.addOrigin')}
              value={null}
              prefix={<Icon name="plus" />}
              options={free.map(({ key, label }) => ({ value: key, label: read(label) }))}
              onChange={(key: string | null) => {
                const pair = key === null ? undefined : firstPair(key)
                if (key !== null && pair !== undefined)
                  change({ from: [...origins, { form: key, fields: [pair] }] })
              }}
            />
          )}
        </>
      )}
    </Property>
  )
}
