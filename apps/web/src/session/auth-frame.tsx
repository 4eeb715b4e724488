import type { ReactNode } from 'react'
import { usePageTitle } from '../shell/use-page-title.ts'
import { LanguageSwitch } from './language-switch.tsx'
import './auth-frame.css'

/** The quiet page around sign-in, setup and invitation. */
export function AuthFrame(props: { title: string; hint?: string; children: ReactNode }) {
  usePageTitle(props.title)
  return (
    <main className="auth">
      <div className="auth-product">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <strong>Pipewright</strong>
      </div>
      <div className="auth-card">
        <h1>{props.title}</h1>
        {props.hint !== undefined && <p className="auth-hint">{props.hint}</p>}
        {props.children}
      </div>
      <LanguageSwitch />
    </main>
  )
}
