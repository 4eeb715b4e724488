import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Dropdown, type MenuProps } from 'antd'
import { useEffect, useState } from 'react'
import { useDesign, useArrangedForm, useSelection } from '../environment/design-context.ts'
import { selectedFields } from '../environment/selection.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { usePasteFromSystem } from '../clipboard/use-paste-from-system.ts'
import { placeOf, slotBehind } from '../tree/layout-places.ts'
import { inOrder } from '../tree/many-fields.ts'
import { useFieldActions } from './use-field-actions.ts'

export interface FieldMenuProps {
  readonly field: string
  readonly label: string
}

type Items = NonNullable<MenuProps['items']>

function useSectionItems(form: Form, fields: readonly string[], onMove: (section: string) => void): Items {
  const t = useTexts()
  const read = useLocalized()
  const own = placeOf(form.layout, fields[0] ?? '')
  const others = form.layout.sections.filter(({ key }) => key !== own?.section)
  if (others.length === 0) return []
  return [
    {
      key: 'section',
      label: t('canvas.moveToSection'),
      icon: <Icon name="layout" />,
      children: others.map((section) => ({
        key: `to-${section.key}`,
        label: read(section.label, t('canvas.untitled')),
        onClick: () => onMove(section.key),
      })),
    },
  ]
}

function useItems(form: Form, fields: readonly string[]): Items {
  const t = useTexts()
  const { layout } = useDesign()
  const actions = useFieldActions(form)
  const paste = usePasteFromSystem(form)
  const sections = useSectionItems(form, fields, (section) => actions.moveToSection(fields, section))
  const move = (by: -1 | 1) => ({
    key: by < 0 ? 'up' : 'down',
    label: t(by < 0 ? 'canvas.moveUp' : 'canvas.moveDown'),
    icon: <Icon name={by < 0 ? 'arrow-up' : 'arrow-down'} />,
    extra: by < 0 ? 'Alt ↑' : 'Alt ↓',
    disabled: !actions.canMoveBy(fields, by),
    onClick: () => actions.moveBy(fields, by),
  })
  return [
    move(-1),
    move(1),
    ...sections,
    { type: 'divider' },
    {
      key: 'duplicate',
      label: t('canvas.duplicate'),
      icon: <Icon name="plus" />,
      extra: 'Ctrl D',
      onClick: () => actions.duplicate(fields),
    },
    {
      key: 'copy',
      label: t('canvas.copy'),
      icon: <Icon name="copy" />,
      extra: 'Ctrl C',
      // A copy event of its own: the clipboard is then the same as after Ctrl C.
      onClick: () => document.execCommand('copy'),
    },
    {
      key: 'cut',
      label: t('canvas.cut'),
      icon: <Icon name="scissor" />,
      extra: 'Ctrl X',
      onClick: () => document.execCommand('cut'),
    },
    {
      key: 'paste',
      label: t('canvas.paste'),
      icon: <Icon name="snippets" />,
      extra: 'Ctrl V',
      onClick: () =>
        void paste(slotBehind(form.layout, { field: inOrder(form, fields).at(-1) ?? '' }) ?? undefined),
    },
    { type: 'divider' },
    {
      key: 'remove',
      label: t(layout === null ? 'canvas.remove' : 'layouts.takeOff'),
      icon: <Icon name="delete" />,
      danger: true,
      extra: 'Delete',
      onClick: () => actions.remove(fields),
    },
  ]
}

function OpenMenu({ form, field, label }: FieldMenuProps & { readonly form: Form }) {
  const t = useTexts()
  const { select } = useDesign()
  const [open, setOpen] = useState(false)
  // It is there because it was pressed: it opens once it can be placed beside its button.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setOpen(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  const chosen = selectedFields(useSelection())
  const fields = chosen.includes(field) ? chosen : [field]
  const items = useItems(form, fields)
  return (
    <Dropdown
      autoFocus
      menu={{ items }}
      trigger={['click']}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        // What the menu does, it does with what is chosen.
        if (next && !chosen.includes(field)) select({ kind: 'field', field })
      }}
    >
      <button type="button" className="pwd-tool" aria-label={t('canvas.more', { label })}>
        <Icon name="more" />
      </button>
    </Dropdown>
  )
}

/** Everything that dragging does, and more, as a menu; for all chosen fields when this is one of them. */
export function FieldMenu(props: FieldMenuProps) {
  const form = useArrangedForm()
  return form === undefined ? null : <OpenMenu form={form} {...props} />
}
