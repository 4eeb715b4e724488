import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import {
  Alert,
  AutoComplete,
  Badge,
  Button,
  Cascader,
  Checkbox,
  ConfigProvider,
  DatePicker,
  Divider,
  Drawer,
  Dropdown,
  Empty,
  Flex,
  Form,
  Input,
  InputNumber,
  Mentions,
  Menu,
  message,
  Modal,
  notification,
  Pagination,
  Popconfirm,
  Popover,
  Progress,
  QRCode,
  Radio,
  Result,
  Row,
  Segmented,
  Select,
  Skeleton,
  Slider,
  Space,
  Spin,
  Steps,
  Switch,
  Table,
  Tabs,
  Tag,
  Tooltip,
  Tree,
  Typography,
  Upload,
  Col,
} from 'antd'
import { createElement as draw, Fragment, type FunctionComponent } from 'react'
import { renderToString } from 'react-dom/server'

/** What the components library draws for pictures of itself: what else stands in layers, which a server does not draw. */
const panelOf = (component: object) =>
  (component as { _InternalPanelDoNotUseOrYouWillBeFired: FunctionComponent<{ type?: string }> })
    ._InternalPanelDoNotUseOrYouWillBeFired

/** Every component that the app may draw, each in so many ways that all of its styles are made. */
const all = () =>
  draw(
    Fragment,
    null,
    draw(Alert),
    draw(AutoComplete),
    draw(Badge),
    draw(Badge.Ribbon),
    draw(Button),
    draw(Cascader),
    draw(Cascader.Panel),
    draw(Checkbox),
    draw(DatePicker),
    draw(Divider),
    draw(Drawer),
    draw(Dropdown, { menu: { items: [] } }, draw('i')),
    draw(Empty),
    draw(Flex),
    draw(Form, null, draw(Form.Item, { label: ' ' }, draw(Input))),
    draw(Input.Search),
    draw(Input.TextArea),
    draw(Input.Password),
    draw(Input.OTP),
    draw(InputNumber),
    draw(Mentions),
    draw(Menu, { items: [] }),
    draw(Modal),
    draw(panelOf(Modal)),
    draw(panelOf(Modal), { type: 'confirm' }),
    draw(panelOf(message)),
    draw(panelOf(notification)),
    draw(Pagination),
    draw(Popconfirm, { title: '' }, draw('i')),
    draw(Popover, null, draw('i')),
    draw(Progress),
    draw(QRCode, { value: ' ' }),
    draw(Radio.Group, { options: [' '] }),
    draw(Result),
    draw(Row, null, draw(Col)),
    draw(Segmented, { options: [] }),
    draw(Select),
    draw(Skeleton),
    draw(Slider),
    draw(Space),
    draw(Space.Compact, null, draw(Button), draw(Space.Addon, null, ' ')),
    draw(Spin),
    draw(Steps),
    draw(Switch),
    draw(Table),
    draw(Tabs),
    draw(Tag, { color: 'blue' }),
    draw(Tag, { color: 'success' }),
    draw(Tooltip, null, draw('i')),
    draw(Tree, { treeData: [] }),
    draw(Typography.Text),
    draw(Upload),
  )

/** Made only for themes of frames without colours. */
const never = ['Pagination-bordered']

/** Draws the components once and takes down the styles that they make, which name colours and measures only by variables. */
function drawn() {
  const cache = createCache()
  const page = draw(ConfigProvider, { theme: { hashed: false } }, all())
  renderToString(draw(StyleProvider, { cache, children: page }))
  return cache
}

/** "Button-Button" or "Tag-preset"; null for colours and measures. */
const nameOfKey = (key: string): string | null => {
  const [kind, , name] = key.split('%')
  return kind === 'style' ? (name ?? null) : null
}

/**
 * Styles of all components that are drawn, as a text for each of `groups` and one for the others. What all components have in
 * common stands in the first. Throws where one of `used` is not drawn.
 */
export function componentStyles(groups: readonly ReadonlySet<string>[], used: readonly string[]): string[] {
  const whole = drawn()
  const names = new Set([...never, ...[...whole.cache.keys()].map(nameOfKey)])
  const missing = used.filter((name) => !names.has(name))
  if (missing.length > 0) throw new Error(`Draw these in vite.drawn.ts: ${missing.join(', ')}`)
  const components = new Set(used)
  const groupOf = (key: string) => {
    const name = nameOfKey(key) ?? ''
    const at = groups.findIndex((group) => group.has(name))
    if (at >= 0) return at
    return components.has(name) ? groups.length : 0
  }
  return Array.from({ length: groups.length + 1 }, (_, at) => {
    const cache = drawn()
    for (const key of cache.cache.keys()) if (groupOf(key) !== at) cache.cache.delete(key)
    return extractStyle(cache, { plain: true, types: 'style' })
  })
}
