import type { Form, FormLayout, LocalizedText } from '@pipewright/schemas'
import { useDefinition, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'

/** For whom and when a layout is used, in words: "Sales rep · Renewal · on a phone". */
export function useLayoutWords(form: Form): (layout: FormLayout) => string {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { roles } = useDefinition()
  const optionsOf = (key: string | undefined) => {
    const field = form.fields.find((one) => one.key === key)
    return field === undefined ? [] : index.options(field)
  }
  const named = (
    keys: readonly string[] | undefined,
    all: readonly { readonly key: string; readonly label: LocalizedText }[],
  ) => (keys ?? []).map((key) => read(all.find((one) => one.key === key)?.label, key)).join(' / ')
  return ({ print, roles: forRoles, stages, types, device, records }) => {
    const parts = [
      print === true ? t('layouts.onPaper') : '',
      named(forRoles, roles),
      named(types, optionsOf(form.typeField)),
      named(stages, optionsOf(form.stageField)),
      device === undefined ? '' : t(`layouts.on_${device}`),
      records === undefined ? '' : t(`layouts.records_${records}`),
    ].filter((part) => part !== '')
    return parts.length === 0 ? t('layouts.everybody') : parts.join(' · ')
  }
}
