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
  if (props.count === undefined) return null
  const all = `${props.count.count.toLocaleString()}${props.count.exact ? '' : '+'}`
  return (
    <p className="list-shown" role="status">
      {text('shownOf', { shown: props.shown.toLocaleString(), count: all })}
      <Button size="small" loading={props.loading} onClick={props.onMore}>
        {text('showMore')}
      </Button>
    </p>
  )
}
