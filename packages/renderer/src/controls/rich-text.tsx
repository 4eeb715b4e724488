import type { RichTextField } from '@pipewright/schemas'
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

// An editor is large, and most forms have none.
const Editor = lazy(async () => ({
  default: (await import('./rich-text/rich-text-editor.tsx')).RichTextEditor,
}))

export const richText: FieldControl<RichTextField> = {
  Control: (props) => (
    <Suspense
      fallback={
        <div id={props.id} role="group" aria-label={props.label} aria-busy="true">
          <Skeleton.Input block active style={{ height: 140 }} />
        </div>
      }
    >
      <Editor {...props} />
    </Suspense>
  ),
  ...fieldViews.richText,
}
