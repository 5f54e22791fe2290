import type { Place } from '../navigation.ts'

const office = (page: Extract<Place, { screen: 'office' }>['page']): QuickLink => ({ to: { screen: 'office', page }, words: `office:${page}` })
/** Where an article leads with one tap (S4-04), and the words that stand on it. */
type QuickLink = { readonly to: Place; readonly words: string }
const customers: QuickLink = { to: { screen: 'customers' }, words: 'app:customers' }
const sell: QuickLink = { to: { screen: 'sell' }, words: 'app:sell' }
const settings: QuickLink = { to: { screen: 'settings' }, words: 'app:settings' }

/**
 * The help pages: what each is about, how many steps it has, three or more that belong beside it (S3-16), and where it leads. The words stand in
 * words/<language>/help.json as <name>-title, <name>-1 …
 */
export const articles = [
  { name: 'create', topic: 'customers', steps: 10, related: ['edit', 'import', 'groups', 'merge'], links: [customers] },
  { name: 'add-to-cart', topic: 'customers', steps: 7, related: ['create', 'search', 'clear'], links: [sell] },
  { name: 'history', topic: 'customers', steps: 6, related: ['points', 'refund', 'pay-later'], links: [customers] },
  { name: 'edit', topic: 'customers', steps: 16, related: ['create', 'subscriptions', 'groups'], links: [customers] },
  { name: 'clear', topic: 'customers', steps: 2, related: ['add-to-cart', 'recall', 'sell'], links: [sell] },
  { name: 'search', topic: 'customers', steps: 6, related: ['list', 'add-to-cart', 'edit'], links: [customers, settings] },
  { name: 'list', topic: 'customers', steps: 7, related: ['search', 'groups', 'export', 'delete'], links: [office('customer-list')] },
  { name: 'groups', topic: 'customers', steps: 6, related: ['edit', 'list', 'points'], links: [office('groups'), office('approvals')] },
  { name: 'subscriptions', topic: 'customers', steps: 5, related: ['edit', 'list', 'delete'], links: [office('customer-list'), office('newsletter')] },
  { name: 'merge', topic: 'customers', steps: 6, related: ['list', 'import', 'delete'], links: [office('duplicates')] },
  { name: 'pay-later', topic: 'customers', steps: 7, related: ['edit', 'history', 'refund'], links: [office('receivables'), settings] },
  { name: 'points', topic: 'customers', steps: 7, related: ['history', 'groups', 'refund'], links: [office('loyalty-report'), office('program')] },
  { name: 'delete', topic: 'customers', steps: 6, related: ['list', 'merge', 'export'], links: [office('customer-list'), office('deletions')] },
  { name: 'export', topic: 'customers', steps: 6, related: ['list', 'import', 'roles'], links: [office('customer-list'), office('deletions')] },
  { name: 'import', topic: 'customers', steps: 6, related: ['export', 'merge', 'create'], links: [{ to: { screen: 'import' }, words: 'app:import' }] },
  { name: 'sell', topic: 'selling', steps: 5, related: ['add-to-cart', 'recall', 'refund'], links: [sell] },
  { name: 'recall', topic: 'selling', steps: 3, related: ['sell', 'clear', 'add-to-cart'], links: [{ to: { screen: 'queue' }, words: 'app:queue' }] },
  { name: 'refund', topic: 'selling', steps: 6, related: ['sell', 'points', 'pay-later'], links: [office('sales')] },
  { name: 'roles', topic: 'shop', steps: 6, related: ['export', 'delete', 'edit'], links: [office('staff'), office('audit')] },
] as const satisfies readonly { name: string; topic: string; steps: number; related: readonly string[]; links: readonly QuickLink[] }[]
export type Article = (typeof articles)[number]
export type ArticleName = Article['name']
/** In the order in which the pages are listed. */
export const topics = ['customers', 'selling', 'shop'] as const

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
