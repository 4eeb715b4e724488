import { Card, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { usePageTitle } from '../shell/use-page-title.ts'
import { LanguageSwitch } from './language-switch.tsx'

/** The quiet page around sign-in, setup and invitation. */
export function AuthFrame(props: { title: string; hint?: string; children: ReactNode }) {
  usePageTitle(props.title)
  return (
    <Flex
      vertical
      align="center"
      justify="center"
      component="main"
      style={{ minHeight: '100dvh', padding: 16 }}
    >
      <Flex align="center" gap={8} style={{ marginBottom: 24 }}>
        <img src="/icon.svg" alt="" width={28} height={28} />
        <Typography.Text strong style={{ fontSize: 18 }}>
          Pipewright
        </Typography.Text>
      </Flex>
      <Card style={{ width: '100%', maxWidth: 400 }}>
        <Typography.Title level={1} style={{ fontSize: 20, marginTop: 0 }}>
          {props.title}
        </Typography.Title>
        {props.hint !== undefined && (
          <Typography.Paragraph type="secondary">{props.hint}</Typography.Paragraph>
        )}
        {props.children}
      </Card>
      <div style={{ marginTop: 16 }}>
        <LanguageSwitch />
      </div>
    </Flex>
  )
}
