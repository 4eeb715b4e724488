import type { PublicPageAnswer } from '@pipewright/contract'
import { EmptyState, useUiLocale } from '@pipewright/ui'
import { usePublicText } from './use-public-text.ts'

type Shut = Exclude<PublicPageAnswer['state'], 'open' | 'password'>

const icons: Readonly<Record<Shut, string>> = {
  early: 'clock',
  late: 'clock',
  full: 'check-circle',
  answered: 'check-circle',
  paused: 'lock',
}

/** Why the page takes no answer, and what to do. */
export function PublicStateNotice({ opened }: { readonly opened: PublicPageAnswer }) {
  const t = usePublicText()
  const locale = useUiLocale()
  const state = opened.state as Shut
  const instant = state === 'early' ? opened.look.opensAt : opened.look.closesAt
  const moment =
    instant === undefined
      ? ''
      : new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
          dateStyle: 'long',
          timeStyle: 'short',
        }).format(new Date(instant))
  return <EmptyState icon={icons[state]} title={t(state)} text={t(`${state}Hint`, { moment })} />
}
