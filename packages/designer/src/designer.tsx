import { ProblemError } from '@pipewright/contract'
import { ErrorNotice, PageSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DesignerProps } from './designer-props.ts'
import { createDraftStore } from './draft/draft-store.ts'
import { ApiContext } from './environment/api-context.ts'
import { DesignerPage } from './page/designer-page.tsx'
import './designer.css'

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Forms, rules, views, roles and reports of an app, changed as a draft and then published. */
export function Designer(props: DesignerProps) {
  const { app, api } = props
  const draft = useQuery({
    queryKey: ['designer', app.workspace.key, 'draft'],
    queryFn: () => api.getDraft(),
    // From here on the store knows the draft; a new visit begins with a new one.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const store = useMemo(
    () => (draft.data === undefined ? null : createDraftStore({ api, draft: draft.data, wait })),
    [api, draft.data],
  )
  if (draft.isError)
    return (
      <ErrorNotice
        problem={draft.error instanceof ProblemError ? draft.error.problem : null}
        onRetry={() => void draft.refetch()}
      />
    )
  if (store === null) return <PageSkeleton />
  return (
    <ApiContext value={api}>
      <DesignerPage {...props} store={store} />
    </ApiContext>
  )
}
