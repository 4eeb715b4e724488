import { rendererNamespace, rendererTexts } from '@pipewright/renderer'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { Root } from './root.tsx'
import { firstLanguage } from './session/language.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'

await i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'en',
  ns: ['web', rendererNamespace],
  defaultNS: 'web',
  resources: {
    en: { web: en, [rendererNamespace]: rendererTexts.en },
    zh: { web: zh, [rendererNamespace]: rendererTexts.zh },
  },
  interpolation: { escapeValue: false },
})

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<Root />)
