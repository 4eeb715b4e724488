import type { Sort } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Segmented, Select } from 'antd'
import { isSingle, usePaths } from '../documents/use-paths.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface SortEditorProps {
  readonly form: string
  readonly value: readonly Sort[]
  readonly onChange: (sort: Sort[]) => void
}

/** Up to five keys to order by. */
export function SortEditor({ form, value, onChange }: SortEditorProps) {
  const t = useTexts()
  const paths = usePaths(form, isSingle)
  const free = paths.find((path) => !value.some(({ field }) => field === path.value))
  const put = (position: number, next: Sort) =>
    onChange(value.map((one, at) => (at === position ? next : one)))
  return (
    <>
      {value.map((sort, position) => (
        <div key={sort.field} className="pwd-line">
          <Select
            className="pwd-grow"
            aria-label={t('views.sortField')}
            value={sort.field}
            showSearch={{ optionFilterProp: 'label' }}
            options={paths}
            onChange={(field: string) => put(position, { ...sort, field })}
          />
          <Segmented
            aria-label={t('views.direction')}
            value={sort.direction}
            options={(['asc', 'desc'] as const).map((direction) => ({
              value: direction,
              label: t(`views.${direction}`),
            }))}
            onChange={(direction) => put(position, { ...sort, direction })}
          />
          <button
            type="button"
            className="pwd-tool"
            aria-label={t('views.removeSort')}
            onClick={() => onChange(value.filter((_, at) => at !== position))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      {value.length < 5 && free !== undefined && (
        <div>
          <Button
            size="small"
            icon={<Icon name="plus" />}
            onClick={() => onChange([...value, { field: free.value, direction: 'asc' }])}
          >
            {t('views.addSort')}
          </Button>
        </div>
      )}
    </>
  )
}
