import { ConfigProvider } from 'antd'
import { useLayoutEffect, useMemo, type ReactNode } from 'react'
import { applyVariables } from './theme/apply-variables.ts'
import { componentLocale } from './component-locale.ts'
import {
  ThemeModeContext,
  useMedia,
  useNarrow,
  useResolvedMode,
  type ThemeChoice,
} from './theme/theme-mode.ts'
import { SayProvider } from './say/say-provider.tsx'
import { themeTokens } from './theme/theme-tokens.ts'
import { useFocusBack } from './use-focus-back.ts'
import { useMenuKeys } from './use-menu-keys.ts'
import { UiLocaleContext, type UiLocale } from './ui-locale.ts'
import './base.css'

export interface AppProvidersProps {
  readonly locale: UiLocale
  readonly theme: ThemeChoice
  readonly children: ReactNode
}

/** Theme and language of everything below: Ant Design, the CSS variables, `lang` of the page, messages and dialogs. */
export function AppProviders({ locale, theme, children }: AppProvidersProps) {
  const mode = useResolvedMode(theme)
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const narrow = useNarrow()
  const tokens = useMemo(() => themeTokens(mode, !still, narrow), [mode, still, narrow])
  useMenuKeys()
  useFocusBack()
  useLayoutEffect(() => applyVariables(document.documentElement, mode), [mode])
  useLayoutEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  }, [locale])
  return (
    <UiLocaleContext value={locale}>
      <ThemeModeContext value={mode}>
        <ConfigProvider
          locale={componentLocale[locale]}
          theme={tokens}
          button={{ autoInsertSpace: false }}
          wave={{ disabled: true }}
        >
          <SayProvider>{children}</SayProvider>
        </ConfigProvider>
      </ThemeModeContext>
    </UiLocaleContext>
  )
}
