import type { TemplateCard as Template } from '@pipewright/contract'
import { EmptyState, RowsSkeleton } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Form, Input, Switch, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client } from '../queries/client.ts'
import { CallNotice } from '../session/call-notice.tsx'
import { LanguageSwitch } from '../session/language-switch.tsx'
import { browserZone } from '../session/language.ts'
import { useCall } from '../session/use-call.ts'
import { useText } from '../texts/use-text.ts'
import { BlankCard, TemplateCard } from './template-card.tsx'
import './gallery.css'

/** Where a workspace begins: a template, with or without sample data, or a blank app. */
export function GalleryPage() {
  const text = useText()
  const { i18n } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const call = useCall()
  const templates = useQuery({ queryKey: ['templates'], queryFn: () => client.call('listTemplates') })
  const [chosen, choose] = useState<string | null | undefined>(undefined)
  const [name, setName] = useState(text('workspaceNameDefault'))
  const [sample, setSample] = useState(true)
  const list: readonly Template[] = templates.data?.templates ?? []
  const template = chosen === undefined ? (list[0]?.key ?? null) : chosen
  const start = async () => {
    const locale = i18n.language === 'zh' ? 'zh' : 'en'
    const body = {
      name: name.trim() || text('workspaceNameDefault'),
      template,
      sample: template !== null && sample,
      locale,
      zone: browserZone(),
    } as const
    const made = await call.run(() => client.call('createWorkspace', { body }))
    if (made === undefined) return
    await queries.invalidateQueries({ queryKey: ['session'] })
    void navigate(`/w/${made.key}`, { replace: true })
  }
  if (templates.isPending) return <RowsSkeleton />
  if (templates.isError) return <EmptyState icon="warning" title={text('offline')} />
  return (
    <main className="gallery">
      <Flex justify="space-between" align="start" gap={16} wrap>
        <div>
          <Typography.Title level={1} style={{ fontSize: 24, margin: 0 }}>
            {text('galleryTitle')}
          </Typography.Title>
          <Typography.Text type="secondary">{text('galleryHint')}</Typography.Text>
        </div>
        <LanguageSwitch />
      </Flex>
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
      <Form layout="inline" className="gallery-start" onFinish={() => void start()}>
        <Form.Item label={text('workspaceName')} htmlFor="workspace-name">
          <Input
            id="workspace-name"
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
        {template !== null && (
          <Form.Item label={text('withSample')} htmlFor="with-sample">
            <Switch id="with-sample" checked={sample} onChange={setSample} aria-label={text('withSample')} />
          </Form.Item>
        )}
        <Button type="primary" size="large" htmlType="submit" loading={call.busy}>
          {call.busy ? text('starting') : text('startButton')}
        </Button>
      </Form>
    </main>
  )
}
