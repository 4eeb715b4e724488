import { useSay } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { client } from '../queries/client.ts'
import { useSession, useSignOut } from '../queries/session.ts'
import { chooseLanguage } from '../session/language.ts'
import { useText, type Text } from '../texts/use-text.ts'
import { chooseTheme, useThemeChoice } from './theme-choice.ts'
import { WorkspaceContext, workspacePath } from './workspace-context.ts'

const ChangesPanel = lazy(async () => ({ default: (await import('../undo/changes-panel.tsx')).ChangesPanel }))

const languages = [
  { key: 'language:en', label: 'English' },
  { key: 'language:zh', label: '中文' },
]

const themes = [
  ['theme:light', 'themeLight'],
  ['theme:dark', 'themeDark'],
  ['theme:system', 'themeSystem'],
] as const

const menuItems = (text: Text, hasPages: boolean, email: string) => [
  { key: 'who', type: 'group' as const, label: email },
  { key: 'language', label: text('language'), children: languages },
  {
    key: 'theme',
    label: text('theme'),
    children: themes.map(([key, label]) => ({ key, label: text(label) })),
  },
  { key: 'changes', label: text('myChanges') },
  ...(!hasPages
    ? []
    : [
        { key: 'page:/account', label: text('myAccount') },
        { key: 'page:/notifications', label: text('noticeSettings') },
        { key: 'page:/password', label: text('changePassword') },
      ]),
  { type: 'divider' as const },
  { key: 'out', label: text('signOut') },
]

/** What is asked of somebody who leaves while something of his has not been sent; null where nothing is. */
const unsentOf = async (owner: string) => (await import('../offline/unsent.ts')).unsentOf(owner)

function useAskedSignOut(owner: string | undefined): () => Promise<void> {
  const text = useText()
  const signOut = useSignOut()
  const { message, modal } = useSay()
  const go = () => signOut().catch(() => message.warning(text('signOutOffline')))
  return async () => {
    const unsent = owner === undefined ? null : await unsentOf(owner).catch(() => null)
    if (unsent === null) await go()
    else modal.confirm({ ...unsent, okText: text('signOut'), onOk: go })
  }
}

export function AccountMenu() {
  const text = useText()
  const { i18n } = useTranslation()
  const theme = useThemeChoice()
  const [open, setOpen] = useState(false)
  const app = useContext(WorkspaceContext)
  const navigate = useNavigate()
  const account = useSession().data?.account
  const signOut = useAskedSignOut(account?.id)
  const items = menuItems(text, app !== null, account?.email ?? '')
  const choose = (key: string) => {
    const [what, value] = key.split(':')
    if (what === 'changes') setOpen(true)
    if (what === 'out') void signOut()
    if (what === 'page' && app !== null) void navigate(workspacePath(app, value ?? ''))
    if (what === 'theme') chooseTheme(value as 'light' | 'dark' | 'system')
    if (what === 'language') {
      void chooseLanguage(value as 'en' | 'zh')
      void client.call('updateAccount', { body: { locale: value as 'en' | 'zh' } })
    }
  }
  const name = account?.name ?? ''
  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{
          items,
          selectedKeys: [`language:${i18n.language}`, `theme:${theme}`],
          onClick: ({ key }) => choose(key),
        }}
      >
        <Button type="text" shape="circle" aria-label={name}>
          <span className="shell-avatar" aria-hidden>
            {[...name][0] ?? ''}
          </span>
        </Button>
      </Dropdown>
      {open && (
        <Suspense fallback={null}>
          <ChangesPanel onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
