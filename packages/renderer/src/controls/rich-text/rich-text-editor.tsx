import { sanitizeRichText } from '@pipewright/compiler/rich-text'
import type { RichTextField } from '@pipewright/schemas'
import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect, useRef } from 'react'
import { useLatest } from '../../environment/use-latest.ts'
import { asText } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { InsertMenu, type Insert } from './insert-menu.tsx'
import { RichTextToolbar } from './rich-text-toolbar.tsx'
import './rich-text.css'

const extensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      protocols: ['mailto', 'tel'],
      HTMLAttributes: { target: null, rel: null },
    },
  }),
]

const attributesOf = (props: ControlProps<RichTextField>): Record<string, string> => ({
  id: props.id,
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': props.label,
  'aria-invalid': String(props.invalid ?? false),
  'aria-required': String(props.required ?? false),
  'aria-disabled': String(props.disabled ?? false),
  ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
  class: 'pw-rich pw-rich-text',
})

export interface RichTextEditorProps extends ControlProps<RichTextField> {
  /** What can be put in where the cursor is. */
  readonly inserts?: readonly Insert[]
}

/** What is typed leaves as it will be kept; "" is empty. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { value, disabled = false } = props
  const latest = useLatest(props)
  const told = useRef(asText(value))
  const editor = useEditor({
    extensions,
    content: asText(value),
    editable: !disabled,
    autofocus: props.autoFocus === true ? 'end' : false,
    // Styles of the library itself would need a rule of their own in the Content-Security-Policy.
    injectCSS: false,
    editorProps: { attributes: () => attributesOf(latest.current) },
    onUpdate: ({ editor: changed }) => {
      told.current = changed.isEmpty ? '' : sanitizeRichText(changed.getHTML())
      latest.current.onChange(told.current === '' ? null : told.current)
    },
    onBlur: () => latest.current.onBlur?.(),
  })
  useEffect(() => {
    if (asText(value) === told.current) return
    told.current = asText(value)
    editor.commands.setContent(told.current, { emitUpdate: false })
  }, [editor, value])
  useEffect(() => {
    editor.setEditable(!disabled, false)
  }, [editor, disabled])
  return (
    <div
      className="pw-rich-frame"
      data-invalid={props.invalid === true || undefined}
      data-disabled={disabled || undefined}
    >
      {!disabled && <RichTextToolbar editor={editor} label={props.label} />}
      {props.inserts !== undefined && <InsertMenu editor={editor} inserts={props.inserts} />}
      <EditorContent editor={editor} />
    </div>
  )
}
