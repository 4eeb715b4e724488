import type { PublicPageAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { palette, useThemeMode, useUiLocale } from '@pipewright/ui'
import { ConfigProvider } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { usePageTitle } from '../shell/use-page-title.ts'
import { chooseLanguage } from '../session/language.ts'
import { LanguageSwitch } from '../session/language-switch.tsx'
import { PublicLogo } from './public-logo.tsx'
import './public.css'

export interface PublicFrameProps {
  readonly look: PublicPageAnswer['look']
  /** Path of what the page may be asked for, where it has a logo. */
  readonly at?: string
  readonly title: string
  readonly intro?: string | undefined
  readonly children: ReactNode
}

/** Whose page this is. */
function PublicBrand({
  look,
  at,
}: {
  readonly look: PublicFrameProps['look']
  readonly at: string | undefined
}) {
  const brand = localize(look.brand, useUiLocale())
  const logo = at === undefined || look.logo === undefined ? undefined : `${at}/logo/${look.logo}`
  if (brand === '' && logo === undefined) return null
  return (
    <div className="public-brand">
      {logo !== undefined && <PublicLogo url={logo} named={brand !== ''} />}
      {brand}
    </div>
  )
}

/** The page around a public form, in its colour and language; without a frame where it is embedded. */
export function PublicFrame({ look, at, title, intro, children }: PublicFrameProps) {
  const mode = useThemeMode()
  const locale = useUiLocale()
  const [search] = useSearchParams()
  const isFixed = look.language === 'en' || look.language === 'zh'
  usePageTitle(title)
  useEffect(() => {
    if ((look.language === 'en' || look.language === 'zh') && look.language !== locale)
      void chooseLanguage(look.language, { remember: false })
  }, [look.language, locale])
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
          <PublicBrand look={look} at={at} />
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
