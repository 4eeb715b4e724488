import { EmptyState } from '@pipewright/ui'
import { Button } from 'antd'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useText } from '../texts/use-text.ts'

export function NotFoundPage() {
  const text = useText()
  usePageTitle(text('notFound'))
  return (
    <>
      <h1 className="pw-hidden-text">{text('notFound')}</h1>
      <EmptyState
        icon="search"
        title={text('notFound')}
        text={text('notFoundHint')}
        action={<Button href="/">{text('goHome')}</Button>}
      />
    </>
  )
}

/** Our own fault while drawing a page: says so and offers the only way on. */
export function RouteError() {
  const text = useText()
  return (
    <EmptyState
      icon="warning"
      title={text('unexpected')}
      action={<Button onClick={() => window.location.reload()}>{text('reload')}</Button>}
    />
  )
}
