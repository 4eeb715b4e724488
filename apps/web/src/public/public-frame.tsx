import type { PublicPageAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { palette, useThemeMode, useUiLocale } from '@pipewright/ui'
import { ConfigProvider } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { usePageTitle } from '../shell/use-page-title.ts'
import { chooseLanguage } from '../session/language.ts'
import { LanguageSwitch } from '../session/language-switch.tsx'
import './public.css'

export interface PublicFrameProps {
  readonly look: PublicPageAnswer['look']
  readonly title: string
  readonly intro?: string | undefined
  readonly children: ReactNode
}

/** The page around a public form, in its colour and language; without a frame where it is embedded. */
export function PublicFrame({ look, title, intro, children }: PublicFrameProps) {
  const mode = useThemeMode()
  const locale = useUiLocale()
  const [search] = useSearchParams()
  const isFixed = look.language === 'en' || look.language === 'zh'
  usePageTitle(title)
  useEffect(() => {
    if ((look.language === 'en' || look.language === 'zh') && look.language !== locale)
      void chooseLanguage(look.language, { remember: false })
  }, [look.language, locale])
  const brand = localize(look.brand, locale)
  const accent = look.color === undefined ? undefined : palette.light[look.color].text
  const theme = accent === undefined || mode === 'dark' ? {} : { token: { colorPrimary: accent } }
  return (
    <ConfigProvider theme={theme}>
      <div
        className="public-page"
        data-embedded={search.has('embed') ? '' : undefined}
        style={look.color === undefined ? undefined : { borderTopColor: `var(--pw-${look.color}-solid)` }}
      >
        <main className="public-card">
          {brand !== '' && <div className="public-brand">{brand}</div>}
          <h1>{title}</h1>
          {intro !== undefined && intro !== '' && <p className="public-intro">{intro}</p>}
          {children}
        </main>
        {!isFixed && (
          <footer>
            <LanguageSwitch />
          </footer>
        )}
      </div>
    </ConfigProvider>
  )
}
