import { buttonsOf, elementName, makeKey } from '@pipewright/metadata'
import type { Conversion, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Alert, Button } from 'antd'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { SelectProperty } from '../parts/select-property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { takenKeys } from '../tree/new-field.ts'
import type { ChangeConversion } from './use-conversion-change.ts'

interface ButtonProps {
  readonly form: Form
  readonly conversion: Conversion
  readonly change: ChangeConversion
}

/** Puts a button at the end of the standard layout, and opens it. */
function useAddButton({ form, conversion }: ButtonProps) {
  const { edit, openArea, openLayout, select } = useDesign()
  const definition = useDefinition()
  return () => {
    const section = form.layout.sections.at(-1)
    if (section === undefined) return
    const key = makeKey(conversion.key, takenKeys(definition, form))
    const actions = [{ type: 'convert' as const, conversion: conversion.key }] as const
    const element = { type: 'button' as const, key, label: conversion.label, actions: [...actions] }
    const slot = { section: section.key, index: section.items.length }
    openLayout(null)
    if (!edit({ type: 'addElement', form: form.key, ...slot, item: { element } })) return
    openArea('fields')
    select({ kind: 'field', field: key })
  }
}

/** Where people find the conversion: on the record page, and the buttons that carry it out. */
export function ConversionButton(props: ButtonProps) {
  const { form, conversion, change } = props
  const t = useTexts()
  const read = useLocalized()
  const { openArea, select } = useDesign()
  const add = useAddButton(props)
  const buttons = buttonsOf(form).filter(({ actions }) =>
    actions.some((action) => action.type === 'convert' && action.conversion === conversion.key),
  )
  const place = conversion.place ?? 'page'
  return (
    <PropertyGroup title={t('conversions.button')}>
      <SelectProperty
        label={t('conversions.place')}
        value={place}
        options={(['page', 'layout'] as const).map((value) => ({
          value,
          label: t(`conversions.place_${value}`),
        }))}
        onCommit={(next) => change((now) => ({ ...now, place: next === 'page' ? undefined : next }))}
      />
      {place === 'layout' && buttons.length === 0 && (
        <Alert type="warning" showIcon title={t('conversions.unreachable')} />
      )}
      <Property label={t('conversions.buttons')} group>
        {() => (
          <div className="pwd-line">
            {buttons.length === 0 && <span className="pwd-quiet">{t('conversions.noButtons')}</span>}
            {buttons.map((button) => {
              const name = read(elementName(button), button.key)
              return (
                <Button
                  key={button.key}
                  size="small"
                  aria-label={t('conversions.openButton', { button: name })}
                  onClick={() => {
                    openArea('fields')
                    select({ kind: 'field', field: button.key })
                  }}
                >
                  {name}
                </Button>
              )
            })}
            <Button size="small" icon={<Icon name="plus" />} onClick={add}>
              {t('conversions.addButton')}
            </Button>
          </div>
        )}
      </Property>
    </PropertyGroup>
  )
}
