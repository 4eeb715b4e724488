import { fieldTypes } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { ofField } from '../formula/of-field.ts'
import { FormulaEditor } from '../formula/formula-editor.tsx'
import { Property } from '../parts/property.tsx'
import { expressionScope, expressionType } from '../scope/expression-scope.ts'
import { useTexts } from '../texts/use-texts.ts'
import { DefaultValue, hasDefaultValue } from './default-value.tsx'
import { isFixed } from './is-fixed.ts'
import type { SheetSite } from './sheets/sheet.ts'

type Mode = 'none' | 'value' | 'formula'

export interface DefaultPropertyProps {
  readonly field: Field
  readonly site: SheetSite
  readonly onCommit: (value: Expression | undefined) => void
}

/** What a new record starts with: nothing, a fixed value, or something calculated. */
export function DefaultProperty({ field, site, onCommit }: DefaultPropertyProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const scope = useMemo(() => expressionScope(index, site, locale), [index, site, locale])
  const value = 'default' in field ? field.default : undefined
  const [asked, setAsked] = useState<Mode | null>(null)
  const stored: Mode = value === undefined ? 'none' : isFixed(field, value) ? 'value' : 'formula'
  const mode = asked ?? stored
  if (!fieldTypes[field.type].writable || field.type === 'lineItems' || field.type === 'attachment')
    return null
  const modes: Mode[] = hasDefaultValue(field) ? ['none', 'value', 'formula'] : ['none', 'formula']
  return (
    <Property label={t('inspector.default')} group>
      {() => (
        <>
          <Segmented
            block
            aria-label={t('inspector.default')}
            value={mode}
            options={modes.map((one) => ({ value: one, label: t(`inspector.default_${one}`) }))}
            onChange={(next) => {
              setAsked(next)
              if (next === 'none' && value !== undefined) onCommit(undefined)
            }}
          />
          {mode === 'value' && <DefaultValue field={field} value={value} onCommit={onCommit} />}
          {mode === 'formula' && (
            <FormulaEditor
              of={ofField(site, field.key, 'default')}
              label={t('inspector.default')}
              scope={scope}
              site={site}
              value={isFixed(field, value) ? undefined : value}
              expected={expressionType(field)}
              onCommit={(expression) => onCommit(expression)}
            />
          )}
        </>
      )}
    </Property>
  )
}
