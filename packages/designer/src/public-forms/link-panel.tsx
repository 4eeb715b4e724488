import type { PublicLink } from '@pipewright/contract'
import type { PublicForm } from '@pipewright/schemas'
import { ErrorNotice, Icon } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Popconfirm, QRCode, Spin, Typography } from 'antd'
import { useState } from 'react'
import { useApi } from '../environment/api-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { problemIn } from '../environment/problem-in.ts'
import { useTexts } from '../texts/use-texts.ts'
import { frameCode } from './frame-code.ts'
import { LinkSettings } from './link-settings.tsx'
import type { PagePart } from './page-part.ts'

const queryKey = ['public-links']

interface LinkShownProps {
  readonly link: PublicLink
  readonly page: PublicForm
  /** Heading of the page. */
  readonly title: string
  readonly onReplace: () => void
}

function LinkShown({ link, page, title, onReplace }: LinkShownProps) {
  const t = useTexts()
  const address = link.path === undefined ? undefined : `${location.origin}${link.path}`
  const frame = frameCode(`${address}?embed=1`, title)
  return (
    <div className="pwd-link">
      <div className="pwd-link-words">
        {address === undefined ? (
          <Alert type="warning" showIcon title={t('publicForms.unseen')} />
        ) : (
          <Typography.Link href={address} target="_blank" copyable={{ text: address }} className="pwd-break">
            {address}
          </Typography.Link>
        )}
        <div className="pwd-quiet">
          {page.find !== undefined
            ? null
            : page.quota === undefined
              ? t('publicForms.taken', { count: String(link.taken) })
              : t('publicForms.takenOf', { count: String(link.taken), quota: String(page.quota) })}
        </div>
        {address !== undefined && page.embedOn !== undefined && (
          <div>
            <div className="pwd-quiet">{t('publicForms.embedCode')}</div>
            <Typography.Text code copyable={{ text: frame }} className="pwd-break">
              {frame}
            </Typography.Text>
          </div>
        )}
        <Popconfirm
          title={t('publicForms.replace')}
          description={t('publicForms.replaceHint')}
          onConfirm={onReplace}
        >
          <Button size="small" icon={<Icon name="reload" />}>
            {t('publicForms.replace')}
          </Button>
        </Popconfirm>
      </div>
      {address !== undefined && (
        <QRCode value={address} size={136} type="svg" aria-label={t('publicForms.qr')} />
      )}
    </div>
  )
}

/** The link of a public form with its QR code, and what counts at once, without publishing. */
export function LinkPanel({ form, page }: Pick<PagePart, 'form' | 'page'>) {
  const t = useTexts()
  const api = useApi()
  const read = useLocalized()
  const queries = useQueryClient()
  const links = useQuery({ queryKey, queryFn: () => api.publicLinks() })
  const [failed, setFailed] = useState<unknown>(null)
  const link = links.data?.links.find((one) => one.form === form.key && one.page === page.key)
  const act = async (work: () => Promise<unknown>) => {
    setFailed(null)
    try {
      await work()
      await queries.invalidateQueries({ queryKey })
    } catch (error) {
      setFailed(error)
    }
  }
  const make = () => void act(() => api.putPublicLink(form.key, page.key))
  if (links.isPending) return <Spin />
  const problem = problemIn(failed)
  return (
    <>
      {problem?.code === 'not-found' ? (
        <Alert type="info" showIcon title={t('publicForms.publishFirst')} />
      ) : (
        failed !== null && <ErrorNotice problem={problem} />
      )}
      {link === undefined ? (
        <Button type="primary" icon={<Icon name="global" />} onClick={make}>
          {t('publicForms.makeLink')}
        </Button>
      ) : (
        <>
          <LinkShown link={link} page={page} title={read(page.title ?? form.label)} onReplace={make} />
          <LinkSettings
            link={link}
            finds={page.find !== undefined}
            onChange={(changes) => void act(() => api.changePublicLink(form.key, page.key, changes))}
          />
        </>
      )}
    </>
  )
}
