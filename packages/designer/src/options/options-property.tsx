import { makeKey, type DefinitionIndex } from '@pipewright/metadata'
import type { ChoiceField, MultiChoiceField, Option } from '@pipewright/schemas'
import { Button, Select } from 'antd'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { withFieldChanges } from '../inspector/with-field-changes.ts'
import type { SheetProps, SheetSite } from '../inspector/sheets/sheet.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { DependsOnProperty } from './depends-on-property.tsx'
import type { OptionsAbove } from './options-above.ts'
import { OptionsEditor } from './options-editor.tsx'
import { withoutParents } from './option-edits.ts'

const own = ''

type Choice = ChoiceField | MultiChoiceField
type ChoiceSheetProps = SheetProps<ChoiceField> | SheetProps<MultiChoiceField>

/** Where the options come from: this field, or a list that several fields share. */
function SourceProperty({ field, site, change }: ChoiceSheetProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const index = useIndex()
  const { optionSets } = index.definition
  const options = index.options(field)
  const share = () => {
    const key = makeKey(field.label, new Set(optionSets.map((set) => set.key)))
    const shared = withFieldChanges(field, { optionSet: key, options: undefined })
    const place = site.lineItems === undefined ? {} : { lineItems: site.lineItems }
    edit(
      { type: 'putOptionSet', optionSet: { key, label: field.label, options: [...options] } },
      { type: 'setField', form: site.form, ...place, field: shared },
    )
  }
  const isShared = field.optionSet !== undefined
  return (
    <Property
      label={t('options.source')}
      help={isShared ? t('options.sharedHelp') : undefined}
      group={optionSets.length === 0}
    >
      {(id) => (
        <>
          {optionSets.length > 0 && (
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
          {!isShared && (
            <Button size="small" type="link" className="pwd-share" onClick={share}>
              {t('options.share')}
            </Button>
          )}
        </>
      )}
    </Property>
  )
}

/** The options that those of the field can be offered for. */
function optionsAbove(index: DefinitionIndex, field: Choice, site: SheetSite): OptionsAbove | undefined {
  const above = index.fieldsOf(site.form, site.lineItems).find(({ key }) => key === field.dependsOn)
  return above === undefined ? undefined : { label: above.label, options: index.options(above) }
}

/** The options of a choice: its own, or those of a set that several fields share. */
export function OptionsProperty(props: ChoiceSheetProps) {
  const { field, site, change } = props
  const t = useTexts()
  const { edit } = useDesign()
  const index = useIndex()
  const set = field.optionSet === undefined ? undefined : index.optionSet(field.optionSet)
  const stages = index.form(site.form)?.stageField === field.key && site.lineItems === undefined
  const save = (next: Option[]) => {
    if (set === undefined) change({ options: next })
    else edit({ type: 'putOptionSet', optionSet: { ...set, options: next } })
  }
  return (
    <>
      <SourceProperty {...props} />
      <DependsOnProperty
        field={field}
        site={site}
        onDependsOn={(dependsOn) =>
          // Without a field to depend on, what the options belonged to means nothing any more.
          change(
            dependsOn === undefined && set === undefined
              ? { dependsOn, options: index.options(field).map(withoutParents) }
              : { dependsOn },
          )
        }
      />
      <Property label={t('options.title')} group>
        {() => (
          <OptionsEditor
            options={index.options(field)}
            stages={stages}
            above={optionsAbove(index, field, site)}
            onOptions={save}
          />
        )}
      </Property>
    </>
  )
}
