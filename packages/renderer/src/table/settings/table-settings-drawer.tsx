import { Drawer } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'
import { Density } from './density.tsx'
import { memberParts } from './member-parts.tsx'
import { QuickFilterList } from './quick-filter-list.tsx'
import { RowColors } from './row-colors.tsx'
import type { DrawerProps } from './settings-parts.ts'
import './settings.css'

/** All that a member can set of a table, in one place. */
export function TableSettingsDrawer({ onClose, ...props }: DrawerProps & { readonly onClose: () => void }) {
  const t = useTexts()
  return (
    <Drawer open title={t('arrange.title')} size={480} onClose={onClose}>
      <Density {...props} />
      <RowColors {...props} parts={memberParts} />
      <QuickFilterList {...props} parts={memberParts} />
    </Drawer>
  )
}
