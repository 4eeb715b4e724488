import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import type { ArrangeProps } from './settings-parts.ts'

const TableSettingsDrawer = lazy(async () => ({
  default: (await import('./table-settings-drawer.tsx')).TableSettingsDrawer,
}))

/** Opens what can be set of a table. */
export function TableSettingsButton(props: ArrangeProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        icon={<Icon name="setting" />}
        aria-label={t('arrange.title')}
        title={t('arrange.title')}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense fallback={null}>
          <TableSettingsDrawer {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
