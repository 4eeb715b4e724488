import type { FormulaField } from '@pipewright/schemas'
import { Select } from 'antd'
import { useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { OptionsEditor } from '../../options/options-editor.tsx'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

const own = ''

/** The options that a formula gives one or several of, by their keys: its own, or those of a shared list. */
export function FormulaOptions({ field, change }: SheetProps<FormulaField>) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { optionSets } = index.definition
  const choose = (key: string) =>
    change(
      key === own
        ? { optionSet: undefined, options: [...index.options(field)] }
        : { optionSet: key, options: undefined },
    )
  return (
    <>
      {optionSets.length > 0 && (
        <Property
          label={t('options.source')}
          help={field.optionSet === undefined ? undefined : t('options.sharedHelp')}
        >
          {(id) => (
            <Select
              id={id}
              className="pwd-full"
              value={field.optionSet ?? own}
              options={[
                { value: own, label: t('options.own') },
                ...optionSets.map(({ key, label }) => ({
                  value: key,
                  label: t('options.shared', { name: read(label) }),
                })),
              ]}
              onChange={choose}
            />
          )}
        </Property>
      )}
      {field.optionSet === undefined && (
        <Property label={t('options.title')} help={t('inspector.formulaOptionsHelp')} group>
          {() => (
            <OptionsEditor
              options={field.options ?? []}
              stages={false}
              above={undefined}
              onOptions={(options) => change({ options: options.length === 0 ? undefined : options })}
            />
          )}
        </Property>
      )}
    </>
  )
}
