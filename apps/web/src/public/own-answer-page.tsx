import { localize } from '@pipewright/metadata'
import { RecordForm, RendererProvider } from '@pipewright/renderer'
import { FormSkeleton, useSay, useUiLocale } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { client } from '../queries/client.ts'
import { publicData } from './public-data.ts'
import { strangerEnvironment } from './public-form.tsx'
import { PublicGone } from './public-gone.tsx'
import { PublicFrame } from './public-frame.tsx'
import { usePublicText } from './use-public-text.ts'

/** The own answer, by its private link: `/pa/<workspace>/<answer>`. */
export function OwnAnswerPage() {
  const { workspace = '', answer = '' } = useParams()
  const t = usePublicText()
  const locale = useUiLocale()
  const { message } = useSay()
  const queries = useQueryClient()
  const queryKey = ['own-answer', workspace, answer]
  const params = { workspace, answer }
  const own = useQuery({
    queryKey,
    queryFn: () => client.call('getPublicAnswer', { params }),
    staleTime: Infinity,
    retry: false,
  })
  const environment = useMemo(
    () =>
      own.data === undefined
        ? null
        : strangerEnvironment(
            own.data,
            locale,
            publicData({ workspace, answer, ticket: own.data.ticket, files: own.data.files }),
          ),
    [own.data, locale, workspace, answer],
  )
  if (own.isPending) return <FormSkeleton />
  if (own.data === undefined || environment === null)
    return <PublicGone error={own.error} onAgain={() => void own.refetch()} />
  const { look, filling, may, version, values, ticket } = own.data
  return (
    <PublicFrame
      look={look}
      at={`/api/pa/${workspace}/${answer}`}
      title={localize(look.title, locale)}
      intro={t('yourAnswer')}
    >
      <RendererProvider environment={environment}>
        <RecordForm
          form={filling.form}
          mode={may === 'edit' ? 'edit' : 'read'}
          rights={filling.rights}
          values={values}
          buttons="bottom"
          submitText={t('save')}
          onSubmit={async (change) => {
            const body = { version, values: change.values, ...(ticket === undefined ? {} : { ticket }) }
            queries.setQueryData(queryKey, await client.call('changePublicAnswer', { params, body }))
            message.success(t('saved'))
          }}
        />
      </RendererProvider>
    </PublicFrame>
  )
}
