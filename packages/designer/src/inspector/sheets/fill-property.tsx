import type { Field, RelationField, RelationFill } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select, Switch } from 'antd'
import { useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { fillOf, takersOf } from './fill-pairs.ts'
import type { SheetSite } from './sheet.ts'

export interface FillPropertyProps {
  readonly field: RelationField
  readonly site: SheetSite
  readonly onChange: (fill: RelationField['fill']) => void
}

function useFills({ field, site }: FillPropertyProps) {
  const index = useIndex()
  const here = index.fieldsOf(site.form, site.lineItems)
  const sources = index.fieldsOf(field.form).filter((from) => takersOf(from, here, field.key).length > 0)
  const taken = new Set(field.fill?.map(({ to }) => to))
  const takers = (key: string) => {
    const from = sources.find((source) => source.key === key)
    return from === undefined ? [] : takersOf(from, here, field.key)
  }
  const pair = (fromKey: string, toKey?: string): RelationFill | undefined => {
    const from = sources.find((source) => source.key === fromKey)
    const free = takers(fromKey).filter(({ key }) => (toKey === undefined ? !taken.has(key) : key === toKey))
    const to = free.find(({ key }) => key === fromKey) ?? free[0]
    return from === undefined || to === undefined ? undefined : fillOf(from, to)
  }
  const next = sources.map(({ key }) => pair(key)).find((fill) => fill !== undefined)
  return { sources, takers, pair, next }
}

function withLock(fill: RelationFill, lock: boolean): RelationFill {
  const { lock: _, ...rest } = fill
  return lock ? { ...rest, lock } : rest
}

interface FillRowProps {
  readonly fill: RelationFill
  readonly fills: ReturnType<typeof useFills>
  /** Only in a form; rows are edited freely. */
  readonly canLock: boolean
  readonly onChange: (fill: RelationFill | undefined) => void
}

function FillRow({ fill, fills, canLock, onChange }: FillRowProps) {
  const t = useTexts()
  const read = useLocalized()
  const options = (list: readonly Field[]) =>
    list.map(({ key, label }) => ({ value: key, label: read(label) }))
  return (
    <div className="pwd-fill">
      <Select
        aria-label={t('inspector.fillFrom')}
        value={fill.from}
        options={options(fills.sources)}
        onChange={(from: string) => onChange(fills.pair(from) ?? fill)}
      />
      <span aria-hidden="true">→</span>
      <Select
        aria-label={t('inspector.fillTo')}
        value={fill.to}
        options={options(fills.takers(fill.from))}
        onChange={(to: string) => onChange(fills.pair(fill.from, to))}
      />
      {canLock && (
        <Switch
          size="small"
          aria-label={t('inspector.fillLock')}
          title={t('inspector.fillLock')}
          checkedChildren={<Icon name="lock" />}
          checked={fill.lock === true}
          onChange={(lock) => onChange(withLock(fill, lock))}
        />
      )}
      <Button
        type="text"
        size="small"
        icon={<Icon name="delete" />}
        aria-label={t('inspector.fillRemove')}
        onClick={() => onChange(undefined)}
      />
    </div>
  )
}

/** Which fields here take over values of the picked record, and whether they stay open to change. */
export function FillProperty(props: FillPropertyProps) {
  const { field, site, onChange } = props
  const t = useTexts()
  const found = useFills(props)
  const { next } = found
  const fills = field.fill ?? []
  const put = (list: readonly RelationFill[]) => {
    const [first, ...rest] = list
    onChange(first === undefined ? undefined : [first, ...rest])
  }
  return (
    <Property label={t('inspector.fill')} help={t('inspector.fillHelp')} group>
      {() => (
        <div className="pwd-fills">
          {fills.map((fill, position) => (
            <FillRow
              key={fill.to}
              fill={fill}
              fills={found}
              canLock={site.lineItems === undefined}
              onChange={(changed) =>
                put(fills.flatMap((one, at) => (at === position ? (changed ?? []) : one)))
              }
            />
          ))}
          <Button
            size="small"
            icon={<Icon name="plus" />}
            disabled={next === undefined}
            onClick={() => next !== undefined && put([...fills, next])}
          >
            {t('inspector.fillAdd')}
          </Button>
        </div>
      )}
    </Property>
  )
}
