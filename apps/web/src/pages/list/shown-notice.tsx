import { useCount } from '@pipewright/renderer'
import { Button } from 'antd'
import { useText } from '../../texts/use-text.ts'

/** Says that not all records of a window are drawn, and draws more. */
export function ShownNotice(props: {
  readonly shown: number
  readonly count: { readonly count: number; readonly exact: boolean } | undefined
  readonly loading: boolean
  readonly onMore: () => void
}) {
  const text = useText()
  const said = useCount()
  if (props.count === undefined) return null
  return (
    <p className="list-shown" role="status">
      {text('shownOf', {
        shown: said(props.shown, true),
        count: said(props.count.count, props.count.exact),
      })}
      <Button size="small" loading={props.loading} onClick={props.onMore}>
        {text('showMore')}
      </Button>
    </p>
  )
}
