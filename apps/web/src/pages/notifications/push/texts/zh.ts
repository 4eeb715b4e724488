import type { PushTexts } from './en.ts'

export const zh: PushTexts = {
  title: '设备推送',
  hint: '上方勾选“推送”的通知会显示在这些设备上，应用关闭时也能收到，直到您在该设备上退出登录，或登录失效为止。',
  turnOn: '在此设备上开启',
  on: '此设备已开启推送。',
  notAllowed: '浏览器未获准显示通知，推送未开启。',
  blocked: '此浏览器已屏蔽本站的通知。请在浏览器的网站设置中允许通知，然后刷新页面。',
  unsupported: '此浏览器不支持推送。在 iPhone 或 iPad 上，请先将应用添加到主屏幕，再从主屏幕打开。',
  thisDevice: '当前设备',
  since: '{{day}} 开启',
  toldLast: '最近推送：{{day}}',
  test: '测试',
  test_sent: '已发送，稍后会显示在该设备上。',
  test_gone: '该设备已无法接收消息，现已移除。',
  test_failed: '消息未能送达，请稍后重试。',
  stop: '停止',
  stopped: '该设备不再接收推送。',
  failed: '操作未成功，请重试。',
}
