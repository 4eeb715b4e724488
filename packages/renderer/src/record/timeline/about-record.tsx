import { layoutsOf, localize, relatedName, type DefinitionIndex, type Locale } from '@pipewright/metadata'
import { RecordLink } from '../../controls/relation/record-link.tsx'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'

export interface AboutRecordProps {
  readonly form: string
  readonly id: string
  readonly title: string
  /** Form of the record that is looked at. */
  readonly from: string
}

/** What a related record is: as its list is called, where that says more than its form does. */
function kindOf(index: DefinitionIndex, { form: key, from }: AboutRecordProps, locale: Locale): string {
  const [form, own] = [index.form(key), index.form(from)]
  const lists = own === undefined ? [] : layoutsOf(own).flatMap(({ related = [] }) => related)
  const list = lists.find((one) => one.form === key)
  const called = localize(list && relatedName(index, list), locale)
  const plural = localize(form?.labelPlural, locale)
  return called !== '' && called !== plural ? called : localize(form?.label, locale)
}

/** Names another record that a line of a timeline is of, and leads there. */
export function AboutRecord(props: AboutRecordProps) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const { form, id, title } = props
  return (
    <div className="pw-about-record">
      <span className="pw-quiet">{kindOf(index, props, locale)}</span>{' '}
      <RecordLink form={form} id={id} title={title === '' ? t('table.untitled') : title} />
    </div>
  )
}
