import type { Locale } from '@pipewright/metadata'

interface DraftTexts {
  bothChanged(place: string): string
}

export const draftTexts: { readonly [L in Locale]: DraftTexts } = {
  en: { bothChanged: (place) => `You and somebody else both changed “${place}”. Your version was kept.` },
  zh: { bothChanged: (place) => `您和他人都修改了“${place}”，已保留您的修改。` },
}
