import type { NumberPart } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'
import { NumberPartRow, type NumberPartRowProps } from './number-part-row.tsx'
import { movePart } from './number-pattern.ts'

export interface NumberPartsEditorProps {
  readonly parts: readonly NumberPart[]
  readonly fields: NumberPartRowProps['fields']
  readonly onParts: (parts: readonly NumberPart[]) => void
}

/** The pieces of a number in order, and a new one at the end. */
export function NumberPartsEditor({ parts, fields, onParts }: NumberPartsEditorProps) {
  const t = useTexts()
  const [first] = fields
  const added: readonly NumberPart[] = [
    { type: 'text', text: '-' },
    { type: 'date', format: 'YYYY' },
    ...(first === undefined ? [] : [{ type: 'field' as const, field: first.value }]),
  ]
  return (
    <>
      <ol className="pwd-number-parts" aria-label={t('numbering.title')}>
        {parts.map((part, position) => (
          <NumberPartRow
            key={`${position}-${part.type}`}
            part={part}
            position={position}
            count={parts.length}
            fields={fields}
            onPart={(next) => onParts(parts.map((one, at) => (at === position ? next : one)))}
            onMove={(by) => onParts(movePart(parts, position, by))}
            onRemove={() => onParts(parts.filter((_, at) => at !== position))}
          />
        ))}
      </ol>
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{
          items: added.map((part) => ({
            key: part.type,
            label: t(`numbering.${part.type}`),
            onClick: () => onParts([...parts, part]),
          })),
        }}
      >
        <Button icon={<Icon name="plus" />} disabled={parts.length >= 12}>
          {t('numbering.add')}
        </Button>
      </Dropdown>
    </>
  )
}
