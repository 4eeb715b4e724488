import type { Field, OriginField, OriginStart } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { canTake } from '../inspector/sheets/fill-pairs.ts'
import { useTexts } from '../texts/use-texts.ts'

const isPlain = ({ type }: Field): boolean => type !== 'lineItems' && type !== 'attachment'

/** Whether a field can name a record of the form among those of others, or among several. */
const names = (to: Field, form: string): boolean =>
  to.type === 'anyRelation'
    ? to.targets.some((target) => target.form === form)
    : to.type === 'relations' && to.form === form

/** Fields of the record one came from with the fields here that can take over their values. */
export function useTakers(form: string, origin: string) {
  const index = useIndex()
  const t = useTexts()
  const here = index.fieldsOf(form).filter(isPlain)
  const itself: Field = {
    type: 'relation',
    key: 'id',
    label: { en: t('start.itself'), zh: t('start.itself') },
    form: origin,
  }
  const takers = (from: Field | undefined) =>
    from === undefined ? [] : here.filter((to) => canTake(from, to) || (from === itself && names(to, origin)))
  const sources = [...index.fieldsOf(origin), itself].filter(
    (from) => isPlain(from) && takers(from).length > 0,
  )
  return {
    sources,
    takers: (key: string) => takers(sources.find((source) => source.key === key)),
    /** The first pair that is left, of the same key where there is one. */
    next(taken: ReadonlySet<string>): OriginField | undefined {
      for (const source of sources) {
        const free = takers(source).filter(({ key }) => !taken.has(key))
        const to = free.find(({ key }) => key === source.key) ?? free[0]
        if (to !== undefined) return { from: source.key, to: to.key }
      }
      return undefined
    },
  }
}

/** Which fields are taken over from records of one form. */
export function OriginPairs(props: {
  readonly form: string
  readonly origin: OriginStart
  readonly onChange: (fields: readonly OriginField[]) => void
}) {
  const { form, origin, onChange } = props
  const t = useTexts()
  const read = useLocalized()
  const { sources, takers, next } = useTakers(form, origin.form)
  const options = (list: readonly Field[]) =>
    list.map(({ key, label }) => ({ value: key, label: read(label) }))
  const put = (at: number, pair: OriginField) =>
    onChange(origin.fields.map((one, position) => (position === at ? pair : one)))
  const free = next(new Set(origin.fields.map(({ to }) => to)))
  return (
    <div className="pwd-fills">
      {origin.fields.map((pair, at) => (
        <div key={pair.to} className="pwd-fill">
          <Select
            aria-label={t('start.from')}
            value={pair.from}
            options={options(sources)}
            onChange={(from: string) => {
              const fitting = takers(from)
              const to = fitting.find(({ key }) => key === pair.to) ?? fitting[0]
              if (to !== undefined) put(at, { from, to: to.key })
            }}
          />
          <span aria-hidden="true">→</span>
          <Select
            aria-label={t('start.to')}
            value={pair.to}
            options={options(takers(pair.from))}
            onChange={(to: string) => put(at, { ...pair, to })}
          />
          <Button
            type="text"
            size="small"
            icon={<Icon name="delete" />}
            aria-label={t('start.removePair')}
            onClick={() => onChange(origin.fields.filter((one) => one !== pair))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<Icon name="plus" />}
        disabled={free === undefined}
        onClick={() => free !== undefined && onChange([...origin.fields, free])}
      >
        {t('start.addPair')}
      </Button>
    </div>
  )
}
