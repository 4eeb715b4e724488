import type { PublicPageAnswer, PublicSent } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { FormSkeleton, useUiLocale } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { client } from '../queries/client.ts'
import { deviceName } from './device.ts'
import { PublicFind } from './public-find.tsx'
import { PublicForm, type PublicFormProps } from './public-form.tsx'
import { PublicGone } from './public-gone.tsx'
import { PublicFrame } from './public-frame.tsx'
import { PublicPassword } from './public-password.tsx'
import { PublicStateNotice } from './public-state.tsx'
import { PublicThanks } from './public-thanks.tsx'
import { usePublicText } from './use-public-text.ts'
import { browserStorage } from '../places/browser-storage.ts'

type EntryProps = Pick<PublicFormProps, 'workspace' | 'token' | 'renew' | 'onSent'> & {
  readonly opened: PublicPageAnswer
}

/** What people fill in, or search by, while the page is open. */
function PublicEntry({ opened, onSent, ...place }: EntryProps) {
  const { filling, ticket, find } = opened
  if (filling === undefined || ticket === undefined) return null
  const ready = { ...opened, filling, ticket }
  return find === undefined ? (
    <PublicForm key={ticket} {...place} opened={ready} onSent={onSent} />
  ) : (
    <PublicFind key={ticket} {...place} opened={{ ...ready, find }} />
  )
}

/** A public form: `/p/<workspace>/<token>`. */
export function PublicPage() {
  const { workspace = '', token = '' } = useParams()
  const t = usePublicText()
  const locale = useUiLocale()
  const queries = useQueryClient()
  const [password, setPassword] = useState<string | undefined>(undefined)
  const [sent, setSent] = useState<PublicSent | null>(null)
  const [round, setRound] = useState(0)
  const ask = (own: string | undefined) =>
    client.call('openPublicForm', {
      params: { workspace, token },
      body: { device: deviceName(browserStorage), locale, ...(own === undefined ? {} : { password: own }) },
    })
  const queryKey = ['public-form', workspace, token, round]
  const page = useQuery({ queryKey, queryFn: () => ask(password), staleTime: Infinity, retry: false })
  if (page.isPending) return <FormSkeleton />
  if (page.data === undefined) return <PublicGone error={page.error} onAgain={() => void page.refetch()} />
  const opened = page.data
  const { look } = opened
  const at = `/api/p/${workspace}/${token}`
  const title = localize(look.title, locale)
  const enter = async (own: string) => {
    const answer = await ask(own)
    setPassword(own)
    queries.setQueryData(queryKey, answer)
  }
  const done = (answer: PublicSent) => {
    if (answer.redirect === undefined) setSent(answer)
    else location.assign(answer.redirect)
  }
  const another = () => {
    setSent(null)
    setRound(round + 1)
  }
  if (sent !== null)
    return (
      <PublicFrame look={look} at={at} title={localize(sent.thanksTitle, locale) || t('thanks')}>
        <PublicThanks sent={sent} onAnother={another} />
      </PublicFrame>
    )
  return (
    <PublicFrame look={look} at={at} title={title} intro={localize(look.intro, locale)}>
      {opened.state === 'password' && <PublicPassword onEnter={enter} />}
      <PublicEntry
        workspace={workspace}
        token={token}
        opened={opened}
        renew={async () => (await ask(password)).ticket ?? null}
        onSent={done}
      />
      {opened.state !== 'open' && opened.state !== 'password' && <PublicStateNotice opened={opened} />}
    </PublicFrame>
  )
}
