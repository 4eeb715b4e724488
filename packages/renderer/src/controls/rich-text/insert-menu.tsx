import type { Editor } from '@tiptap/core'
import { Select } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'

/** Words that can be put into a text as they are. */
export interface Insert {
  readonly text: string
  readonly label: string
}

/** Puts words where the cursor is, such as the place of a field's value. */
export function InsertMenu({
  editor,
  inserts,
}: {
  readonly editor: Editor
  readonly inserts: readonly Insert[]
}) {
  const t = useTexts()
  return (
    <Select
      className="pw-rich-insert"
      size="small"
      variant="borderless"
      value={null}
      placeholder={t('control.rich_insert')}
      aria-label={t('control.rich_insert')}
      showSearch={{ optionFilterProp: 'label' }}
      options={inserts.map(({ text, label }) => ({ value: text, label }))}
      onChange={(text: string | null) => {
        if (text !== null) editor.chain().focus().insertContent(text).run()
      }}
    />
  )
}
