import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useText } from '../texts/use-text.ts'
import { chooseLanguage } from './language.ts'

export function LanguageSwitch() {
  const { i18n } = useTranslation()
  const text = useText()
  return (
    <Segmented
      aria-label={text('language')}
      value={i18n.language}
      options={[
        { value: 'en', label: 'English' },
        { value: 'zh', label: '中文' },
      ]}
      onChange={(value) => void chooseLanguage(value as 'en' | 'zh')}
    />
  )
}
