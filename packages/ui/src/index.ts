// oxlint-disable-next-line typescript/triple-slash-reference -- who imports this source must know `*.css` too
/// <reference path="./css.d.ts" />
export { AppProviders, type AppProvidersProps } from './app-providers.tsx'
export { EmptyState, type EmptyStateProps } from './empty-state.tsx'
export { ErrorNotice, type ErrorNoticeProps, type NoticeProblem } from './error-notice.tsx'
export { Icon, type IconProps } from './icons/icon.tsx'
export type { IconName } from './icons/icon-registry.ts'
export { OptionTag, type OptionTagProps } from './option-tag.tsx'
export { PageHeader, type PageHeaderProps } from './page-header.tsx'
export { FormSkeleton, PageSkeleton, RowsSkeleton } from './skeletons.tsx'
export { palette, paletteColors, type PaletteColor, type ThemeMode } from './theme/palette.ts'
export { neutrals } from './theme/neutrals.ts'
export { narrowWidth, useMedia, useNarrow, useThemeMode, type ThemeChoice } from './theme/theme-mode.ts'
export { useUiLocale, type UiLocale } from './ui-locale.ts'
