import { SwapOutlined } from '@ant-design/icons'
import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useOffers } from '@pipewright/renderer'
import type { Conversion, Form, Workflow } from '@pipewright/schemas'
import { useNarrow, useUiLocale } from '@pipewright/ui'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { MenuEntry } from './use-menu-items.tsx'

const ConvertDialog = lazy(async () => ({ default: (await import('./convert-dialog.tsx')).ConvertDialog }))

export interface WaysOn {
  readonly workflows: readonly Workflow[]
  /** Conversions with a button of their own. */
  readonly shown: readonly Conversion[]
  /** Those that stand in the menu, since the bar of a phone holds one way on. */
  readonly entries: readonly MenuEntry[]
  /** All conversions, as the palette offers them. */
  readonly offered: readonly Omit<MenuEntry, 'icon'>[]
  readonly convert: (conversion: Conversion) => void
  readonly dialog: ReactNode
}

/** The conversions and approvals that are offered for the record as it stands. */
export function useWaysOn(form: Form, record: RecordAnswer): WaysOn {
  const app = useWorkspace()
  const locale = useUiLocale()
  const isNarrow = useNarrow()
  const offers = useOffers(form.key)
  const [converting, convert] = useState<Conversion | null>(null)
  const isOpen = record.locked_by === null
  const workflows = isOpen
    ? offers(
        app.definition.workflows.filter((workflow) => workflow.form === form.key),
        record,
      )
    : []
  const conversions = isOpen
    ? offers(form.conversions ?? [], record).filter(({ place }) => place !== 'layout')
    : []
  const room = isNarrow ? Math.max(0, 1 - workflows.length) : conversions.length
  const offer = (conversion: Conversion) => ({
    key: `convert:${conversion.key}`,
    sign: 'swap',
    label: localize(conversion.label, locale),
    onClick: () => convert(conversion),
  })
  return {
    workflows,
    shown: conversions.slice(0, room),
    entries: conversions.slice(room).map((conversion) => ({ ...offer(conversion), icon: <SwapOutlined /> })),
    offered: conversions.map(offer),
    convert,
    dialog: converting !== null && (
      <Suspense fallback={null}>
        <ConvertDialog form={form} record={record} conversion={converting} onClose={() => convert(null)} />
      </Suspense>
    ),
  }
}
