import { Icon } from '@pipewright/ui'
import { Button, Popover } from 'antd'
import { lazy, Suspense } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { ColumnChooserProps } from './column-chooser-props.ts'

const ChooserList = lazy(async () => ({ default: (await import('./chooser-list.tsx')).ChooserList }))

/** Shows, hides and orders the columns of a list. */
export function ColumnChooser(props: ColumnChooserProps) {
  const t = useTexts()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Suspense fallback={null}>
          <ChooserList {...props} />
        </Suspense>
      }
    >
      <Button icon={<Icon name="columns" />}>{t('table.columns')}</Button>
    </Popover>
  )
}
