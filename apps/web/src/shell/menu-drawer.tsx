import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'react-router'
import { useText } from '../texts/use-text.ts'

const NavigationDrawer = lazy(async () => ({
  default: (await import('./navigation-drawer.tsx')).NavigationDrawer,
}))

/** The navigation of a phone: a drawer that closes by itself when a page is gone to. */
export function MenuDrawer() {
  const text = useText()
  const { key } = useLocation()
  const [openAt, openOn] = useState<string | null>(null)
  return (
    <>
      <Button type="text" icon={<MenuOutlined />} aria-label={text('menu')} onClick={() => openOn(key)} />
      {openAt !== null && (
        <Suspense fallback={null}>
          <NavigationDrawer open={openAt === key} onClose={() => openOn(null)} />
        </Suspense>
      )}
    </>
  )
}
