import { useMemo } from 'react'
import type { Titles } from '../controls/field-control.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useFormat } from '../formats/use-format.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ChartScene } from './chart-model.ts'

/** How the groups and figures of a report are put into words for the reader. */
export function useChartScene(titles: Titles): ChartScene {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const format = useFormat(titles)
  return useMemo(() => ({ index, locale, format, none: t('chart.none') }), [index, locale, format, t])
}
