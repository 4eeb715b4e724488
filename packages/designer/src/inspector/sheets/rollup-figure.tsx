import type { RollupField } from '@pipewright/schemas'
import { Select } from 'antd'
import { useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import {
  isOrderedBy,
  measurable,
  orderable,
  rollupChanges,
  rollupFunctions,
  type RollupFunction,
} from '../rollup-choices.ts'
import type { SheetProps } from './sheet.ts'

type Part = Omit<SheetProps<RollupField>, 'site'>

function Measured({ field, change }: Part) {
  const t = useTexts()
  const read = useLocalized()
  const fields = measurable(useIndex(), field, field.function)
  return (
    <Property label={t('inspector.rollupField')}>
      {(id) => (
        <Select
          id={id}
          className="pwd-full"
          value={field.field ?? null}
          options={fields.map((one) => ({ value: one.key, label: read(one.label) }))}
          onChange={(key: string | null) => {
            const measured = fields.find((one) => one.key === key)
            if (measured !== undefined) change(rollupChanges(field.function, measured))
          }}
        />
      )}
    </Property>
  )
}

function Order({ field, change }: Part) {
  const t = useTexts()
  const read = useLocalized()
  const fields = orderable(useIndex(), field)
  const { orderBy } = field
  const options = fields.flatMap((one) =>
    (['asc', 'desc'] as const).map((direction) => ({
      value: `${direction}.${one.key}`,
      label: t(`inspector.order_${direction}`, { name: read(one.label) }),
    })),
  )
  return (
    <Property label={t('inspector.rollupOrder')}>
      {(id) => (
        <Select
          id={id}
          className="pwd-full"
          value={orderBy === undefined ? '' : `${orderBy.direction}.${orderBy.field}`}
          options={[{ value: '', label: t('inspector.order_made') }, ...options]}
          onChange={(value: string) => {
            const [direction, key] = value.split('.')
            change({
              orderBy:
                key === undefined
                  ? undefined
                  : { field: key, direction: direction === 'desc' ? 'desc' : 'asc' },
            })
          }}
        />
      )}
    </Property>
  )
}

/** How the records are summed up, and which of their fields. */
export function RollupFigure({ field, change }: Part) {
  const t = useTexts()
  const index = useIndex()
  const choose = (how: RollupFunction) => {
    if (how === 'count') return change(rollupChanges(how, undefined))
    const offered = measurable(index, field, how)
    const measured = offered.find(({ key }) => key === field.field) ?? offered[0]
    if (measured !== undefined) change(rollupChanges(how, measured))
  }
  return (
    <>
      <Property label={t('inspector.rollupFunction')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={field.function}
            options={rollupFunctions.map((value) => ({
              value,
              label: t(`measure.${value}`),
              disabled: value !== 'count' && measurable(index, field, value).length === 0,
            }))}
            onChange={choose}
          />
        )}
      </Property>
      {field.function !== 'count' && <Measured field={field} change={change} />}
      {isOrderedBy(field.function) && <Order field={field} change={change} />}
    </>
  )
}
