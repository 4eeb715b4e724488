import { plainOfRich } from '@pipewright/logic'
import type { RichTextField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { CellDialog } from './cell-dialog.tsx'
import { asText } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

// An editor is large, and most forms have none.
const Editor = lazy(async () => ({
  default: (await import('./rich-text/rich-text-editor.tsx')).RichTextEditor,
}))

const Whole = (props: ControlProps<RichTextField>) => (
  <Suspense
    fallback={
      <div id={props.id} role="group" aria-label={props.label} aria-busy="true">
        <Skeleton.Input block active style={{ height: 140 }} />
      </div>
    }
  >
    <Editor {...props} />
  </Suspense>
)

/** In a cell: its words in one line; it is written in a dialog. */
function InCell(props: ControlProps<RichTextField>) {
  const said = plainOfRich(asText(props.value))
  return (
    <CellDialog
      control={props as ControlProps}
      said={said}
      whole={(id) => <Whole {...props} id={id} compact={false} />}
    >
      {said === '' ? <Icon name="edit" className="pw-quiet" /> : said}
    </CellDialog>
  )
}

export const richText: FieldControl<RichTextField> = {
  Control: (props) => (props.compact === true ? <InCell {...props} /> : <Whole {...props} />),
  ...fieldViews.richText,
}
