import type { IconName } from '@pipewright/ui'

/** Icons that stand for things people keep records of. */
export const formIcons: readonly IconName[] = [
  'file-text', 'file-done', 'user', 'team', 'contacts', 'idcard', 'user-add', 'solution',
  'bank', 'shop', 'shopping-cart', 'appstore', 'container', 'gift', 'tag', 'flag',
  'fund', 'money', 'wallet', 'pay-circle', 'audit', 'schedule', 'calendar', 'project',
  'message', 'mail', 'phone', 'customer-service', 'rocket', 'trophy', 'star', 'tool',
  'experiment', 'medicine-box', 'book', 'car', 'home', 'environment', 'global', 'safety',
]
