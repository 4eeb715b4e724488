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
import { AppFileButton } from './app-file-button.tsx'
import type { AppFile } from './app-file.ts'
import { StartForm, type StartChoice } from './start-form.tsx'
import { BlankCard, TableCard, TemplateCard } from './template-card.tsx'
import { useStartWorkspace } from './use-start-workspace.ts'
import './gallery.css'

type Beginning =
  | { readonly from: 'template'; readonly key: string }
  | { readonly from: 'blank' }
  | { readonly from: 'table'; readonly file: File | null }
  | { readonly from: 'app'; readonly file: AppFile }

const blank: Beginning = { from: 'blank' }

const entriesOf = (begin: Beginning, { currency, ...choice }: StartChoice) => ({
  ...choice,
  template: begin.from === 'template' ? begin.key : null,
  ...(currency === undefined ? {} : { currency }),
  ...(begin.from === 'app' ? { app: begin.file.app } : {}),
})

/** Where a workspace begins: a template, with or without sample data, a blank app, a spreadsheet, or an app of a file. */
export function GalleryPage() {
  const text = useText()
  const { call, start } = useStartWorkspace()
  const templates = useQuery({ queryKey: ['templates'], queryFn: () => client.call('listTemplates') })
  const [chosen, choose] = useState<Beginning | null>(null)
  usePageTitle(text('newWorkspace'))
  const list: readonly Template[] = templates.data?.templates ?? []
  const first: Beginning = list[0] === undefined ? blank : { from: 'template', key: list[0].key }
  const begin = chosen ?? first
  const template = begin.from === 'template' ? begin.key : null
  const file = begin.from === 'table' ? begin.file : null
  const hasSample = list.find(({ key }) => key === template)?.sample === true
  const make = (choice: StartChoice) =>
    void start(entriesOf(begin, choice), begin.from === 'table' ? begin.file : undefined)
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
            onChoose={() => choose({ from: 'template', key: card.key })}
          />
        ))}
        <TableCard
          chosen={begin.from === 'table'}
          file={file}
          onChoose={() => choose({ from: 'table', file })}
          onFile={(dropped) => choose({ from: 'table', file: dropped })}
        />
        <BlankCard chosen={begin.from === 'blank'} onChoose={() => choose(blank)} />
      </div>
      <AppFileButton
        chosen={begin.from === 'app' ? begin.file.name : null}
        onFile={(chosenApp) => choose({ from: 'app', file: chosenApp })}
      />
      <StartForm hasCurrency={begin.from !== 'app'} hasSample={hasSample} busy={call.busy} onStart={make} />
    </main>
  )
}
