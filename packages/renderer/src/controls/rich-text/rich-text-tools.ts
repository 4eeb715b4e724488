import type { Editor } from '@tiptap/core'

/** The text does not jump when a tool is used. */
const inPlace = { scrollIntoView: false }

export type RichTool =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'heading1'
  | 'heading2'
  | 'bulletList'
  | 'orderedList'
  | 'quote'
  | 'undo'
  | 'redo'

interface Tool {
  readonly name: RichTool
  readonly icon?: string
  /** Letters instead of an icon. */
  readonly sign?: string
  /** Whether it holds where the cursor is; undefined for what is done once. */
  readonly on?: (editor: Editor) => boolean
  readonly may?: (editor: Editor) => boolean
  readonly use: (editor: Editor) => unknown
}

/** What the toolbar offers, in its order. */
export const richTools: readonly Tool[] = [
  {
    name: 'bold',
    icon: 'bold',
    on: (editor) => editor.isActive('bold'),
    use: (editor) => editor.chain().focus(null, inPlace).toggleBold().run(),
  },
  {
    name: 'italic',
    icon: 'italic',
    on: (editor) => editor.isActive('italic'),
    use: (editor) => editor.chain().focus(null, inPlace).toggleItalic().run(),
  },
  {
    name: 'underline',
    icon: 'underline',
    on: (editor) => editor.isActive('underline'),
    use: (editor) => editor.chain().focus(null, inPlace).toggleUnderline().run(),
  },
  {
    name: 'strike',
    icon: 'strikethrough',
    on: (editor) => editor.isActive('strike'),
    use: (editor) => editor.chain().focus(null, inPlace).toggleStrike().run(),
  },
  {
    name: 'heading1',
    sign: 'H1',
    on: (editor) => editor.isActive('heading', { level: 1 }),
    use: (editor) => editor.chain().focus(null, inPlace).toggleHeading({ level: 1 }).run(),
  },
  {
    name: 'heading2',
    sign: 'H2',
    on: (editor) => editor.isActive('heading', { level: 2 }),
    use: (editor) => editor.chain().focus(null, inPlace).toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'bulletList',
    icon: 'multi-select',
    on: (editor) => editor.isActive('bulletList'),
    use: (editor) => editor.chain().focus(null, inPlace).toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    icon: 'ordered-list',
    on: (editor) => editor.isActive('orderedList'),
    use: (editor) => editor.chain().focus(null, inPlace).toggleOrderedList().run(),
  },
  {
    name: 'quote',
    sign: '❝',
    on: (editor) => editor.isActive('blockquote'),
    use: (editor) => editor.chain().focus(null, inPlace).toggleBlockquote().run(),
  },
  {
    name: 'undo',
    icon: 'undo',
    may: (editor) => editor.can().undo(),
    use: (editor) => editor.chain().focus(null, inPlace).undo().run(),
  },
  {
    name: 'redo',
    icon: 'redo',
    may: (editor) => editor.can().redo(),
    use: (editor) => editor.chain().focus(null, inPlace).redo().run(),
  },
]
