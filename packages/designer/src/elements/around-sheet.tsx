import { Switch } from 'antd'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ElementSheetProps } from './element-sheet.ts'

interface AlsoRelatedProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** Of the record alone, or also of those in its related lists. */
function AlsoRelated({ checked, onChange }: AlsoRelatedProps) {
  const t = useTexts()
  return (
    <Property label={t('elements.alsoRelated')} help={t('elements.alsoRelatedHelp')}>
      {(id) => <Switch id={id} checked={checked} onChange={onChange} />}
    </Property>
  )
}

export function TasksSheet({ element, change }: ElementSheetProps<'tasks'>) {
  const { related = false, ...rest } = element
  return (
    <AlsoRelated checked={related} onChange={(next) => change(next ? { ...rest, related: next } : rest)} />
  )
}

export function FilesSheet({ element, change }: ElementSheetProps<'files'>) {
  const { related = false, ...rest } = element
  return (
    <AlsoRelated checked={related} onChange={(next) => change(next ? { ...rest, related: next } : rest)} />
  )
}

export function TimelineSheet({ element, change }: ElementSheetProps<'timeline'>) {
  const { related = false, ...rest } = element
  return (
    <AlsoRelated checked={related} onChange={(next) => change(next ? { ...rest, related: next } : rest)} />
  )
}
