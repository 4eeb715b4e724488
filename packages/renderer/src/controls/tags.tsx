import type { TagsField } from '@pipewright/schemas'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { asTexts, controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { useFieldPlace } from './field-place.ts'
import { fieldViews } from './field-views.tsx'

/** What others use, as far as the reader may see it. */
function useSuggestions(field: TagsField, open: boolean, text: string): readonly string[] {
  const { data } = useRenderer()
  const place = useFieldPlace()
  const path = place?.lineItems === undefined ? field.key : `${place.lineItems}.${field.key}`
  const query = useQuery({
    queryKey: ['records', place?.form ?? '', 'tags', path, text],
    queryFn: () => data.suggestTags(place?.form ?? '', path, text),
    enabled: open && place !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return query.data ?? []
}

function TagsControl(props: ControlProps<TagsField>) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const suggested = useSuggestions(props.field, open, typed.trim())
  return (
    <Select
      {...controlAttributes(props)}
      className="pw-fill"
      mode="tags"
      allowClear
      maxCount={props.field.maxTags ?? 100}
      placeholder={t('control.tags')}
      open={open}
      onOpenChange={setOpen}
      showSearch={{ onSearch: setTyped, filterOption: false }}
      tokenSeparators={[',', '，', '、', ';', '；', '\n']}
      notFoundContent={t('control.tagsHint')}
      options={suggested.map((tag) => ({ value: tag, label: tag }))}
      value={asTexts(props.value)}
      onChange={(tags: string[]) => {
        setTyped('')
        const kept = [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))]
        props.onChange(kept.length === 0 ? null : kept)
      }}
    />
  )
}

export const tags: FieldControl<TagsField> = {
  Control: TagsControl,
  ...fieldViews.tags,
}
