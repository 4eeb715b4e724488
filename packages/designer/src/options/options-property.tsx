import type { ChoiceField, MultiChoiceField, Option } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import type { SheetProps } from '../inspector/sheets/sheet.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { OptionsEditor } from './options-editor.tsx'

const own = ''

/** The options of a choice: its own, or those of a set that several fields share. */
export function OptionsProperty({
  field,
  site,
  change,
}: SheetProps<ChoiceField> | SheetProps<MultiChoiceField>) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const index = useIndex()
  const { optionSets } = index.definition
  const set = field.optionSet === undefined ? undefined : index.optionSet(field.optionSet)
  const options = index.options(field)
  const stages = index.form(site.form)?.stageField === field.key && site.lineItems === undefined
  const save = (next: Option[]) => {
    if (set === undefined) change({ options: next })
    else edit({ type: 'putOptionSet', optionSet: { ...set, options: next } })
  }
  return (
    <>
      {optionSets.length > 0 && (
        <Property label={t('options.source')} help={set === undefined ? undefined : t('options.sharedHelp')}>
          {(id) => (
            <Select
              id={id}
              className="pwd-full"
              value={field.optionSet ?? own}
              options={[
                { value: own, label: t('options.own') },
                ...optionSets.map((one) => ({
                  value: one.key,
                  label: t('options.shared', { name: read(one.label) }),
                })),
              ]}
              onChange={(key: string) =>
                key === own
                  ? change({ optionSet: undefined, options: [...options] })
                  : change({ optionSet: key, options: undefined })
              }
            />
          )}
        </Property>
      )}
      <Property label={t('options.title')} group>
        {() => <OptionsEditor options={options} stages={stages} onOptions={save} />}
      </Property>
    </>
  )
}
