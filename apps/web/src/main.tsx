import { rendererNamespace } from '@pipewright/renderer'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { componentStyles } from './component-styles.ts'
import { askAhead } from './queries/ask-ahead.ts'
import { Root } from './root.tsx'
import { openRouter } from './router.tsx'
import { firstLanguage } from './session/language.ts'
import { loadTexts } from './texts/load-texts.ts'
import './boot.css'

const language = firstLanguage()
await i18next.use(initReactI18next).init({
  lng: language,
  fallbackLng: false,
  ns: ['web', rendererNamespace],
  defaultNS: 'web',
  resources: {},
  interpolation: { escapeValue: false },
})
// Before the page's code is asked for: a browser asks for six things at a time, and the page waits for this first.
void askAhead(window.location.pathname)
const styles = componentStyles(document)
const router = openRouter(styles.page)
await Promise.all([loadTexts(language), styles.frame])

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<Root router={router} />)
