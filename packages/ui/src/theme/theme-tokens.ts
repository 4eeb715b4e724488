import { theme, type ThemeConfig } from 'antd'
import { neutrals } from './neutrals.ts'
import { palette, type ThemeMode } from './palette.ts'

type Neutrals = (typeof neutrals)[ThemeMode]

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

const shape = {
  fontFamily,
  fontSize: 14,
  borderRadius: 6,
  sizeUnit: 4,
  sizeStep: 4,
  wireframe: false,
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.16s',
} as const

/** What differs from the look of all in single components. */
/** Seven days beside one another stand on a phone, each where a thumb meets it. */
const thumbDays = { cellWidth: 44, cellHeight: 32, textHeight: 44, timeCellHeight: 44, timeColumnHeight: 132 }

const componentTokens = (colors: Neutrals, narrow: boolean): NonNullable<ThemeConfig['components']> => ({
  ...(narrow && { DatePicker: thumbDays }),
  Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
  Tabs: {
    horizontalMargin: '0 0 16px 0',
    itemSelectedColor: colors.accentText,
    itemActiveColor: colors.accentText,
    itemHoverColor: colors.accentText,
    inkBarColor: colors.accentText,
  },
  Button: {
    defaultHoverColor: colors.accentText,
    defaultHoverBorderColor: colors.accentText,
    defaultActiveColor: colors.accentText,
    defaultActiveBorderColor: colors.accentText,
    // White words would fade on the light red of the dark look.
    dangerColor: colors.surface,
  },
  Modal: { titleFontSize: 16 },
  Menu: {
    itemHeight: 32,
    itemMarginInline: 0,
    itemBorderRadius: 6,
    itemSelectedColor: colors.accentText,
    itemSelectedBg: colors.accentSurface,
  },
  Select: { optionHeight: 32 },
  Tag: { defaultBg: colors.sunken },
})

/**
 * Ant Design's theme in the product's look: calm, dense, one accent, 4-px grid; without `motion` nothing slides or fades. On a
 * `narrow` screen, where a thumb points, controls are higher.
 */
export function themeTokens(mode: ThemeMode, motion: boolean, narrow: boolean): ThemeConfig {
  const colors = neutrals[mode]
  const shades = palette[mode]
  return {
    zeroRuntime: true,
    hashed: false,
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...shape,
      controlHeight: narrow ? 44 : 32,
      controlHeightSM: narrow ? 44 : 24,
      motion,
      colorPrimary: colors.accent,
      // The algorithm would lighten them, and white words on them would fade below a contrast of 4.5.
      colorPrimaryHover: mode === 'dark' ? '#3360bb' : '#1d4cab',
      colorPrimaryActive: mode === 'dark' ? '#2c54a6' : '#183f8f',
      colorLink: colors.accentText,
      colorLinkHover: colors.accentText,
      colorLinkActive: colors.accentText,
      linkHoverDecoration: 'underline',
      colorInfo: colors.accent,
      colorError: colors.danger,
      colorSuccess: colors.success,
      colorWarning: colors.warning,
      colorText: colors.text,
      colorTextSecondary: colors.textQuiet,
      colorTextTertiary: colors.textQuiet,
      colorTextDescription: colors.textQuiet,
      // The algorithm's tints of dark colours are muddy.
      colorInfoBg: colors.accentSurface,
      colorErrorBg: shades.red.surface,
      colorSuccessBg: shades.green.surface,
      colorWarningBg: shades.orange.surface,
      // What a lock holds is still read.
      colorTextDisabled: mode === 'dark' ? '#8b95a4' : '#6b7583',
      colorTextPlaceholder: mode === 'dark' ? '#8b95a4' : '#6b7583',
      colorBgLayout: colors.page,
      colorBgContainer: colors.surface,
      colorBgElevated: colors.raised,
      colorBorder: mode === 'dark' ? '#454d5a' : '#c9ced6',
      colorBorderSecondary: colors.border,
      controlItemBgActive: colors.accentSurface,
    },
    components: componentTokens(colors, narrow),
  }
}
