import { ProblemError, type PublicFound, type PublicPageAnswer, type Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordForm, RendererProvider } from '@pipewright/renderer'
import { EmptyState, useUiLocale } from '@pipewright/ui'
import { useMemo, useRef, useState } from 'react'
import { client } from '../queries/client.ts'
import { publicData } from './public-data.ts'
import { strangerEnvironment } from './public-form.tsx'
import { usePublicText } from './use-public-text.ts'

export interface PublicFindProps {
  readonly workspace: string
  readonly token: string
  readonly opened: PublicPageAnswer & Required<Pick<PublicPageAnswer, 'filling' | 'ticket' | 'find'>>
  /** Asks for another ticket; null when the page is shut. */
  readonly renew: () => Promise<string | null>
}

interface FoundProps extends Pick<PublicFindProps, 'opened'> {
  readonly found: PublicFound
}

/** What was found, record by record, without ids; or what to do when it was nothing. */
function Found({ opened, found }: FoundProps) {
  const t = usePublicText()
  const { filling, find } = opened
  if (found.records.length === 0)
    return <EmptyState icon="search" title={t('nothingFound')} text={t('nothingFoundHint')} />
  return (
    <>
      <ol className="public-found" aria-label={t('found')}>
        {found.records.map((values, position) => (
          <li key={position}>
            <RecordForm
              form={filling.form}
              mode="read"
              rights={filling.rights}
              values={values}
              fields={find.fields}
              onSubmit={() => false}
            />
          </li>
        ))}
      </ol>
      {found.more && <p className="public-intro">{t('moreFound')}</p>}
    </>
  )
}

/** Finds records by what people know of them. */
export function PublicFind({ workspace, token, opened, renew }: PublicFindProps) {
  const t = usePublicText()
  const locale = useUiLocale()
  const ticket = useRef(opened.ticket)
  const [found, setFound] = useState<PublicFound | null>(null)
  const environment = useMemo(
    () => strangerEnvironment(opened, locale, publicData({ workspace, token, ticket: opened.ticket })),
    [opened, locale, workspace, token],
  )
  const ask = (values: Values) =>
    client.call('findPublicRecords', {
      params: { workspace, token },
      body: { ticket: ticket.current, values, locale },
    })
  const search = async (values: Values) => {
    try {
      return await ask(values)
    } catch (error) {
      const fresh =
        error instanceof ProblemError && error.problem.code === 'public-expired' ? await renew() : null
      if (fresh === null) throw error
      ticket.current = fresh
      return ask(values)
    }
  }
  const { filling, find, look } = opened
  return (
    <RendererProvider environment={environment}>
      <RecordForm
        form={filling.form}
        mode="create"
        rights={filling.rights}
        values={{}}
        fields={find.by}
        buttons="bottom"
        submitText={localize(look.submitLabel, locale) || t('search')}
        onSubmit={async ({ all }) => {
          const given = Object.fromEntries(find.by.map((key) => [key, all[key] ?? null]))
          setFound(await search(given))
          return false
        }}
      />
      <div aria-live="polite">{found !== null && <Found opened={opened} found={found} />}</div>
    </RendererProvider>
  )
}
