import { AppProviders } from '@pipewright/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type DataRouter, RouterProvider } from 'react-router'
import { queryClient } from './queries/query-client.ts'
import { useThemeChoice } from './shell/theme-choice.ts'

/** Language, theme, queries and routes around everything. */
export function Root({ router }: { readonly router: DataRouter }) {
  const { i18n } = useTranslation()
  const theme = useThemeChoice()
  return (
    <AppProviders locale={i18n.language === 'zh' ? 'zh' : 'en'} theme={theme}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </AppProviders>
  )
}
