import { ProblemError, type TemplateCard as Template } from '@pipewright/contract'
import { ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Typography } from 'antd'
import { useState } from 'react'
import { client } from '../queries/client.ts'
import { CallNotice } from '../session/call-notice.tsx'
import { LanguageSwitch } from '../session/language-switch.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useText } from '../texts/use-text.ts'
import { StartForm } from './start-form.tsx'
import { BlankCard, TemplateCard } from './template-card.tsx'
import { useStartWorkspace } from './use-start-workspace.ts'
import './gallery.css'

/** Where a workspace begins: a template, with or without sample data, or a blank app. */
export function GalleryPage() {
  const text = useText()
  const { call, start } = useStartWorkspace()
  const templates = useQuery({ queryKey: ['templates'], queryFn: () => client.call('listTemplates') })
  const [chosen, choose] = useState<string | null | undefined>(undefined)
  usePageTitle(text('newWorkspace'))
  const list: readonly Template[] = templates.data?.templates ?? []
  const template = chosen === undefined ? (list[0]?.key ?? null) : chosen
  const hasSample = list.find(({ key }) => key === template)?.sample === true
  if (templates.isPending) return <RowsSkeleton />
  if (templates.isError) {
    const problem = templates.error instanceof ProblemError ? templates.error.problem : null
    return <ErrorNotice problem={problem} onRetry={() => void templates.refetch()} />
  }
  return (
    <main className="gallery">
      <header className="gallery-head">
        <div>
          <Typography.Title level={1}>{text('galleryTitle')}</Typography.Title>
          <Typography.Text type="secondary">{text('galleryHint')}</Typography.Text>
        </div>
        <LanguageSwitch />
      </header>
      <CallNotice problem={call.problem} lost={call.lost} />
      <div className="gallery-cards" role="radiogroup" aria-label={text('galleryTitle')}>
        {list.map((card) => (
          <TemplateCard
            key={card.key}
            card={card}
            chosen={template === card.key}
            onChoose={() => choose(card.key)}
          />
        ))}
        <BlankCard chosen={template === null} onChoose={() => choose(null)} />
      </div>
      <StartForm
        fromTemplate={template !== null}
        hasSample={hasSample}
        busy={call.busy}
        onStart={({ currency, ...choice }) =>
          void start({ ...choice, template, ...(currency === undefined ? {} : { currency }) })
        }
      />
    </main>
  )
}
