import type { QuickFilter } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useId } from 'react'
import { useReadableFields } from '../../environment/readable-fields.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { quickKind } from '../../filter/quick/quick-values.ts'
import { suggestedFilters } from '../../filter/quick/suggested-filters.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { columnsOf } from '../column-of-path.ts'
import type { ArrangeProps, SettingsProps } from './settings-parts.ts'

const most = 12

interface OneProps extends Pick<SettingsProps, 'form' | 'parts'> {
  readonly position: number
  readonly quick: QuickFilter
  readonly onChange: (quick: QuickFilter) => void
  readonly onUp: () => void
  readonly onRemove: () => void
}

function OneFilter({ form, parts: { Words, Which }, position, quick, onChange, onUp, onRemove }: OneProps) {
  const t = useTexts()
  const { index, locale } = useRenderer()
  const place = { position: position + 1 }
  return (
    <li className="pw-setting">
      <div className="pw-setting-line">
        {'field' in quick ? (
          <span className="pw-grow">
            {columnsOf(index, form, [quick.field], locale)[0]?.label ?? quick.field}
          </span>
        ) : (
          <Words
            label={t('arrange.quickName', place)}
            value={quick.label}
            onCommit={(label) => onChange({ ...quick, label })}
          />
        )}
        <Button
          type="text"
          icon={<Icon name="up" />}
          aria-label={t('arrange.quickUp', place)}
          disabled={position === 0}
          onClick={onUp}
        />
        <Button
          type="text"
          icon={<Icon name="close" />}
          aria-label={t('arrange.quickRemove', place)}
          onClick={onRemove}
        />
      </div>
      {'filter' in quick && (
        <Which
          form={form}
          label={t('arrange.quickWhen', place)}
          value={quick.filter === true ? null : quick.filter}
          text={t('arrange.quickAlways')}
          onCommit={(filter) => onChange({ ...quick, filter: filter ?? true })}
        />
      )}
    </li>
  )
}

function AddFilter({
  form,
  taken,
  onAdd,
}: {
  form: string
  taken: ReadonlySet<string>
  onAdd: (quick: QuickFilter) => void
}) {
  const t = useTexts()
  const { locale } = useRenderer()
  const fields = useReadableFields(form).filter(
    ({ path, field }) => quickKind(field) !== undefined && !taken.has(path),
  )
  return (
    <div className="pw-setting-line">
      <Select
        className="pw-grow"
        aria-label={t('arrange.quickField')}
        placeholder={t('arrange.quickField')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={fields.map(({ path, label }) => ({ value: path, label }))}
        onChange={(field: string | null) => field !== null && onAdd({ field })}
      />
      <Button
        icon={<Icon name="plus" />}
        onClick={() => onAdd({ label: { [locale]: t('arrange.quickNew') }, filter: true })}
      >
        {t('arrange.quickCondition')}
      </Button>
    </div>
  )
}

/** The filters of one tap that stand above the list. */
export function QuickFilterList(props: ArrangeProps & Pick<SettingsProps, 'parts'>) {
  const { form, settings, onChange, parts, columns } = props
  const id = useId()
  const t = useTexts()
  const { index } = useRenderer()
  const quick = settings.quickFilters ?? suggestedFilters(index, form, columns)
  const tell = (quickFilters: QuickFilter[]) => onChange({ quickFilters })
  return (
    <section aria-labelledby={id} className="pw-settings-part">
      <h3 id={id}>{t('filter.quick')}</h3>
      <p className="pw-quiet">{t('arrange.quickHint')}</p>
      <ol>
        {quick.map((one, position) => (
          <OneFilter
            key={position}
            form={form}
            parts={parts}
            position={position}
            quick={one}
            onChange={(next) => tell(quick.map((each, at) => (at === position ? next : each)))}
            onUp={() => tell(quick.toSpliced(position, 1).toSpliced(position - 1, 0, one))}
            onRemove={() => tell(quick.toSpliced(position, 1))}
          />
        ))}
      </ol>
      {quick.length < most && (
        <AddFilter
          form={form}
          taken={new Set(quick.flatMap((one) => ('field' in one ? [one.field] : [])))}
          onAdd={(one) => tell([...quick, one])}
        />
      )}
    </section>
  )
}
