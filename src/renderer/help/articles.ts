import type { Place } from '../navigation.ts'

/**
 * The help pages: how many steps each has, and three or more that belong beside it (S3-16). The words stand in words/<language>/help.json as
 * <name>-title, <name>-1 …
 */
export const articles = [
  { name: 'create', steps: 10, related: ['edit', 'import', 'groups', 'merge'] },
  { name: 'add-to-cart', steps: 7, related: ['create', 'search', 'clear'] },
  { name: 'history', steps: 6, related: ['points', 'refund', 'pay-later'] },
  { name: 'edit', steps: 16, related: ['create', 'subscriptions', 'groups'] },
  { name: 'clear', steps: 2, related: ['add-to-cart', 'recall', 'sell'] },
  { name: 'search', steps: 6, related: ['list', 'add-to-cart', 'edit'] },
  { name: 'list', steps: 7, related: ['search', 'groups', 'export', 'delete'] },
  { name: 'groups', steps: 6, related: ['edit', 'list', 'points'] },
  { name: 'subscriptions', steps: 5, related: ['edit', 'list', 'delete'] },
  { name: 'merge', steps: 6, related: ['list', 'import', 'delete'] },
  { name: 'pay-later', steps: 7, related: ['edit', 'history', 'refund'] },
  { name: 'points', steps: 7, related: ['history', 'groups', 'refund'] },
  { name: 'delete', steps: 6, related: ['list', 'merge', 'export'] },
  { name: 'export', steps: 6, related: ['list', 'import', 'roles'] },
  { name: 'import', steps: 6, related: ['export', 'merge', 'create'] },
  { name: 'roles', steps: 6, related: ['export', 'delete', 'edit'] },
  { name: 'sell', steps: 5, related: ['add-to-cart', 'recall', 'refund'] },
  { name: 'recall', steps: 3, related: ['sell', 'clear', 'add-to-cart'] },
  { name: 'refund', steps: 6, related: ['sell', 'points', 'pay-later'] },
] as const
export type ArticleName = (typeof articles)[number]['name']

const ofPages: Readonly<Record<string, ArticleName>> = {
  'customer-list': 'list', groups: 'groups', approvals: 'groups', duplicates: 'merge', newsletter: 'subscriptions', deletions: 'delete', receivables: 'pay-later', sales: 'refund',
  program: 'points', rewards: 'points', cards: 'points', 'loyalty-report': 'points', staff: 'roles', audit: 'roles', attributes: 'edit',
}
/** The topic of the screen one is on. */
export function topicOf(place: Place): ArticleName {
  if (place.screen === 'office') return ofPages[place.page] ?? 'list'
  if (place.screen === 'customers') return place.customerId === undefined ? 'create' : 'history'
  return place.screen === 'queue' ? 'recall' : place.screen === 'import' ? 'import' : place.screen === 'settings' ? 'roles' : 'add-to-cart'
}
