import { localize } from '@pipewright/metadata'
import { viewIcons } from '@pipewright/renderer'
import { Icon, useUiLocale } from '@pipewright/ui'
import { Button, Popover, Skeleton } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useText } from '../../../texts/use-text.ts'
import type { ListView } from './list-view.ts'
import { ViewOptions } from './view-options.tsx'
import './view-tabs.css'

const AllViews = lazy(async () => ({ default: (await import('./all-views.tsx')).AllViews }))

export interface ViewTabsProps {
  readonly views: readonly ListView[]
  readonly chosen: ListView
  /** Key of the view that the list opens with, where the member said so. */
  readonly opens: string | null
}

function AllViewsButton({ views, chosen }: Pick<ViewTabsProps, 'views' | 'chosen'>) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Suspense fallback={<Skeleton active />}>
          <AllViews form={chosen.form} views={views} chosen={chosen.key} onClose={() => setOpen(false)} />
        </Suspense>
      }
    >
      <Button
        type="text"
        className="view-tabs-all"
        aria-label={text('allViews')}
        title={text('allViews')}
        icon={<Icon name="down" />}
      />
    </Popover>
  )
}

/** The views of a form. Each is an address: it can be shared, opened in a new tab and left by "back". */
export function ViewTabs({ views, chosen, opens }: ViewTabsProps) {
  const text = useText()
  const locale = useUiLocale()
  const shown = useRef<HTMLElement>(null)
  useEffect(() => {
    shown.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen.key])
  return (
    <div className="view-tabs">
      <nav ref={shown} aria-label={text('views')}>
        {views.map((view) => {
          const isChosen = view.key === chosen.key
          return (
            <span key={view.key} className="view-tab">
              <Link to={`?view=${view.key}`} {...(isChosen ? { 'aria-current': 'page' } : {})}>
                <Icon name={viewIcons[view.type]} />
                {localize(view.label, locale)}
              </Link>
              {isChosen && <ViewOptions view={view} views={views} isOpening={opens === view.key} />}
            </span>
          )
        })}
      </nav>
      <AllViewsButton views={views} chosen={chosen} />
    </div>
  )
}
