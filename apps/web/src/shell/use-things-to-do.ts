import { localize, matchRulesOf } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { client } from '../queries/client.ts'
import { useSignOut } from '../queries/session.ts'
import { chooseLanguage } from '../session/language.ts'
import { useText, type TextKey } from '../texts/use-text.ts'
import { mayImport } from './may-import.ts'
import { useOfferedActions } from './offered-actions.ts'
import type { Entry } from './palette-entry.ts'
import { chooseTheme } from './theme-choice.ts'
import { useWorkspace } from './workspace-context.ts'

const themes = [
  ['light', 'themeLight'],
  ['dark', 'themeDark'],
  ['system', 'themeSystem'],
] as const

/** What the open page offers, then what can be done with forms, and with one's own account. */
export function useThingsToDo(): readonly Entry[] {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const signOut = useSignOut()
  const offered = useOfferedActions()
  const group = text('action')
  const ofForm = (form: Form, name: TextKey, icon: string, path: string, plural = false): Entry => {
    const label = plural ? form.labelPlural : form.label
    const title = text(name, { form: localize(label, locale) })
    const names = [title, ...Object.values(label).map((one) => text(name, { form: one }))]
    return { key: path, path, icon, title, group, names }
  }
  const ofForms = app.definition.forms.flatMap((form) => {
    const rights = app.rights[form.key]
    return [
      ...(rights?.create === true ? [ofForm(form, 'newRecord', 'plus', `/f/${form.key}/new`)] : []),
      ...(mayImport(rights) ? [ofForm(form, 'importInto', 'upload', `/f/${form.key}/import`, true)] : []),
      ...(rights?.read === true && matchRulesOf(form).length > 0
        ? [ofForm(form, 'duplicatesOf', 'search', `/f/${form.key}/duplicates`, true)]
        : []),
      ...(rights?.delete === true ? [ofForm(form, 'binOf', 'delete', `/bin?form=${form.key}`, true)] : []),
      ...(app.may.build ? [ofForm(form, 'designOf', 'edit', `/design/${form.key}`)] : []),
    ]
  })
  const own = (
    key: string,
    icon: string,
    title: string,
    names: readonly string[],
    run: () => void,
  ): Entry => ({
    key,
    icon,
    title,
    group,
    names: [title, ...names],
    run,
  })
  const speak = (to: 'en' | 'zh') => {
    void chooseLanguage(to)
    void client.call('updateAccount', { body: { locale: to } })
  }
  return [
    ...offered.map((one) => ({ ...one, group, names: [one.title] })),
    ...ofForms,
    own('language:en', 'global', 'English', [text('language'), 'language', '语言'], () => speak('en')),
    own('language:zh', 'global', '中文', [text('language'), 'language chinese', '语言'], () => speak('zh')),
    ...themes.map(([choice, name]) =>
      own(`theme:${choice}`, 'sun', `${text('theme')}: ${text(name)}`, ['theme', '主题', choice], () =>
        chooseTheme(choice),
      ),
    ),
    own('out', 'logout', text('signOut'), ['sign out', 'log out', '退出登录'], () => void signOut()),
  ]
}
