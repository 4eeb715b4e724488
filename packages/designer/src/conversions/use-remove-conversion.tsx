import { useText as textOfUse, usesOfConversion } from '@pipewright/metadata'
import type { Conversion, Form } from '@pipewright/schemas'
import { useSay } from '@pipewright/ui'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Takes a conversion away after showing the buttons that carry it out: they lose it too. */
export function useRemoveConversion(form: Form, conversion: Conversion): () => void {
  const t = useTexts()
  const read = useLocalized()
  const { modal } = useSay()
  const { edit, openArea, locale } = useDesign()
  const definition = useDefinition()
  return () => {
    const uses = usesOfConversion(definition, form.key, conversion.key)
    const remove = () => {
      const withButtons = uses.length > 0 ? { withButtons: true as const } : {}
      const edited = { type: 'removeConversion', form: form.key, conversion: conversion.key } as const
      if (edit({ ...edited, ...withButtons })) openArea('conversions')
    }
    modal.confirm({
      title: t('conversions.removeTitle', { conversion: read(conversion.label, conversion.key) }),
      okText: t('conversions.remove'),
      okButtonProps: { danger: true },
      content: (
        <>
          <p>{t('conversions.removeText')}</p>
          {uses.length > 0 && <p>{t('conversions.removeUses')}</p>}
          <ul className="pwd-places">
            {uses.map((use) => (
              <li key={use.pointer}>{textOfUse(use, locale)}</li>
            ))}
          </ul>
        </>
      ),
      onOk: remove,
    })
  }
}
