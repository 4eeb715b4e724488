import { Drawer } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'
import { memberParts } from './member-parts.tsx'
import type { ArrangeProps } from './settings-parts.ts'
import { TableSettingsForm } from './table-settings-form.tsx'

/** All that a member can set of a table, in one place. */
export function TableSettingsDrawer({ onClose, ...props }: ArrangeProps & { readonly onClose: () => void }) {
  const t = useTexts()
  return (
    <Drawer open title={t('arrange.title')} size={480} onClose={onClose}>
      <TableSettingsForm {...props} parts={memberParts} />
    </Drawer>
  )
}
