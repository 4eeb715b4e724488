import { FileTextOutlined } from '@ant-design/icons'
import type { IconProps } from './icon.tsx'
import { moreIcons } from './more-icons.ts'

const isKnown = (name: string): name is keyof typeof moreIcons => Object.hasOwn(moreIcons, name)

/** One of the icons that come later; an unknown name is a plain sheet. */
export function MoreIcon({ name, className }: IconProps) {
  const Drawing = isKnown(name) ? moreIcons[name] : FileTextOutlined
  return <Drawing aria-hidden="true" {...(className === undefined ? {} : { className })} />
}
