import { ProblemError, type PublicPageAnswer, type PublicSent, type Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordForm, RendererProvider, useFormDraft, type RendererEnvironment } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { useMemo, useRef, useState } from 'react'
import { client } from '../queries/client.ts'
import { publicData } from './public-data.ts'
import { usePublicText } from './use-public-text.ts'
import { browserStorage } from '../places/browser-storage.ts'

export interface PublicFormProps {
  readonly workspace: string
  readonly token: string
  readonly opened: PublicPageAnswer & Required<Pick<PublicPageAnswer, 'filling' | 'ticket'>>
  /** Asks for another ticket; null when the page takes no answer any more. */
  readonly renew: () => Promise<string | null>
  readonly onSent: (sent: PublicSent) => void
}

/** What strangers see of an app: no people, no records, one form. */
export function strangerEnvironment(
  { filling, zone, calendar }: Pick<PublicFormProps['opened'], 'filling' | 'zone' | 'calendar'>,
  locale: 'en' | 'zh',
  data: RendererEnvironment['data'],
): RendererEnvironment {
  return {
    definition: filling.definition,
    rights: { [filling.form]: filling.rights },
    locale,
    zone,
    calendar,
    me: '',
    department: null,
    departments: [],
    people: [],
    data,
    now: () => new Date().toISOString(),
    newId: () => crypto.randomUUID(),
    hidesReasons: true,
  }
}

const parameters = (): Record<string, string> =>
  Object.fromEntries(
    [...new URLSearchParams(location.search)]
      .filter(([name]) => /^[A-Za-z][\w.-]{0,63}$/.test(name) && name !== 'embed')
      .slice(0, 50)
      .map(([name, value]) => [name, value.slice(0, 500)]),
  )

/** The form itself. What was typed survives a reload; a ticket that is too old is renewed without a word. */
export function PublicForm({ workspace, token, opened, renew, onSent }: PublicFormProps) {
  const t = usePublicText()
  const locale = useUiLocale()
  const ticket = useRef(opened.ticket)
  const [trap, setTrap] = useState('')
  const draft = useFormDraft(`public:${token}`, browserStorage)
  const [first] = useState(draft.draft)
  const environment = useMemo(
    () => strangerEnvironment(opened, locale, publicData({ workspace, token, ticket: opened.ticket })),
    [opened, locale, workspace, token],
  )
  const send = (values: Values) =>
    client.call('answerPublicForm', {
      params: { workspace, token },
      body: { ticket: ticket.current, values, address: parameters(), website: trap, locale },
    })
  const sendAgain = async (values: Values) => {
    try {
      return await send(values)
    } catch (error) {
      const fresh =
        error instanceof ProblemError && error.problem.code === 'public-expired' ? await renew() : null
      if (fresh === null) throw error
      ticket.current = fresh
      return send(values)
    }
  }
  const { filling, look } = opened
  return (
    <RendererProvider environment={environment}>
      <label className="public-trap" aria-hidden="true">
        {t('trap')}
        <input
          tabIndex={-1}
          autoComplete="off"
          name="website"
          value={trap}
          onChange={(event) => setTrap(event.target.value)}
        />
      </label>
      <RecordForm
        form={filling.form}
        mode="create"
        rights={filling.rights}
        values={{}}
        draft={first}
        buttons="bottom"
        submitText={localize(look.submitLabel, locale) || t('send')}
        onChange={draft.keep}
        onSubmit={async ({ all }) => {
          const sent = await sendAgain(all)
          draft.forget()
          onSent(sent)
        }}
      />
    </RendererProvider>
  )
}
