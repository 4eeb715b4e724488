import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useText } from '../../texts/use-text.ts'
import type { MenuEntry } from './use-menu-items.tsx'

export function RecordMenu({ entries }: { entries: readonly MenuEntry[] }) {
  const text = useText()
  if (entries.length === 0) return null
  const items = entries.map(({ key, icon, label, danger = false, onClick }) => ({
    key,
    icon,
    label,
    danger,
    onClick,
  }))
  return (
    <Dropdown autoFocus trigger={['click']} menu={{ items }}>
      <Button icon={<MoreOutlined />} aria-label={text('more')} />
    </Dropdown>
  )
}
