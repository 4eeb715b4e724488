/** One language's bundle by itself, for a shell that downloads only what its reader speaks. */
export const loadRendererTexts = {
  en: async () => (await import('./en/index.ts')).en,
  zh: async () => (await import('./zh/index.ts')).zh,
} as const
