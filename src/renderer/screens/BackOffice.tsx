import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AttributesPage } from '../customers/attributes/AttributesPage.tsx'
import { ReceivablesPage } from '../accounts/office/ReceivablesPage.tsx'
import { CustomerPicker } from '../customers/CustomerPicker.tsx'
import { ApprovalsBadge } from '../customers/groups/ApprovalsBadge.tsx'
import { ApprovalsPage } from '../customers/groups/ApprovalsPage.tsx'
import { GroupsPage } from '../customers/groups/GroupsPage.tsx'
import { NewsletterPage } from '../customers/groups/NewsletterPage.tsx'
import { DuplicatesBadge } from '../customers/merge/DuplicatesBadge.tsx'
import { DuplicatesPage } from '../customers/merge/DuplicatesPage.tsx'
import { ExportMail } from '../customers/erase/ExportMail.tsx'
import { DeletionsPage } from '../customers/erase/DeletionsPage.tsx'
import { ExplainDialog } from '../loyalty/ExplainDialog.tsx'
import type { HistoryRow } from '../loyalty/history.ts'
import { CardsPage, type Picker } from '../loyalty/office/CardsPage.tsx'
import { ProgramPage } from '../loyalty/office/ProgramPage.tsx'
import { RewardsPage } from '../loyalty/office/RewardsPage.tsx'
import { VerifyLedger } from '../loyalty/office/VerifyLedger.tsx'
import { OutboxPage } from '../messaging/outbox/OutboxPage.tsx'
import { usePlace, type OfficePage, type Place } from '../navigation.ts'
import { LoyaltyReportPage, type Explainer } from '../reports/LoyaltyReportPage.tsx'
import { ItemsPage } from '../sales/ItemsPage.tsx'
import { PriceLists } from '../sales/PriceLists.tsx'
import { SalesPage } from '../sales/SalesPage.tsx'
import { AppsPage } from '../sales/tables/AppsPage.tsx'
import { ShopPage } from '../shop/ShopPage.tsx'
import { TillsPage } from '../shop/TillsPage.tsx'
import { AuditPage } from '../staff/audit/AuditPage.tsx'
import { StaffPage } from '../staff/StaffPage.tsx'
import styles from './BackOffice.module.css'
import { CustomerListScreen } from './CustomerListScreen.tsx'

type OfficePlace = Extract<Place, { screen: 'office' }>
type Link = { readonly words: string; readonly to: Place }
const page = (name: OfficePage): Link => ({ words: name, to: { screen: 'office', page: name } })
const groups: readonly { readonly words: string; readonly links: readonly Link[] }[] = [
  { words: 'group-customers', links: [page('customer-list'), page('groups'), page('approvals'), page('duplicates'), page('newsletter'), { words: 'import', to: { screen: 'import' } }] },
  { words: 'group-selling', links: [page('items'), page('sales')] },
  { words: 'group-loyalty', links: [page('program'), page('rewards'), page('cards')] },
  { words: 'group-reporting', links: [page('loyalty-report'), page('receivables')] },
  { words: 'group-setup', links: [page('attributes'), page('deletions'), page('staff'), page('audit'), page('outbox'), page('apps'), page('shop'), page('tills')] },
]

/** The panel on the left leads to what there is; the page stands beside it. */
export function BackOffice({ place }: { readonly place: OfficePlace }) {
  const { t } = useTranslation('office')
  const { go } = usePlace()
  const isHere = (to: Place) => to.screen === 'office' && to.page === place.page
  return (
    <div className={styles['office']}>
      <nav className={styles['panel']} aria-label={t('pages')}>
        <h2 className={styles['title']}>{t('back-office')}</h2>
        {groups.map(({ words, links }) => (
          <div key={words} role="group" aria-labelledby={`office-${words}`}>
            <p className={styles['group']} id={`office-${words}`}>{t(words)}</p>
            {links.map((link) => <UnstyledButton key={link.words} data-page={link.words} className={styles['link']} aria-current={isHere(link.to) ? 'page' : undefined} onClick={() => go(link.to)}>{t(link.words)}{link.words === 'duplicates' && <DuplicatesBadge />}{link.words === 'approvals' && <ApprovalsBadge />}</UnstyledButton>)}
          </div>
        ))}
      </nav>
      <div className={styles['page']}><OfficePageOf place={place} /></div>
    </div>
  )
}

/** What a report shows of a ledger row is all that its working-out needs. */
const explainEntry: Explainer = (row, onClose) => <ExplainDialog customerId={row.customerId} row={row as unknown as HistoryRow} onClose={onClose} />
const pickCustomer: Picker = (onPick, onClose) => <CustomerPicker onPick={onPick} onOpen={onPick} onNew={onClose} onClose={onClose} />

function OfficePageOf({ place }: { readonly place: OfficePlace }) {
  const { go } = usePlace()
  if (place.page === 'customer-list') return <CustomerListScreen {...(place.list ? { asked: place.list } : {})} />
  if (place.page === 'duplicates') return <DuplicatesPage />
  if (place.page === 'groups') return <GroupsPage onMembers={({ id }) => go({ screen: 'office', page: 'customer-list', list: { groupIds: [id] } })} onWaiting={() => go({ screen: 'office', page: 'approvals' })} priceLists={(onClose) => <PriceLists onClose={onClose} />} />
  if (place.page === 'approvals') return <ApprovalsPage onOpen={(customerId) => go({ screen: 'customers', customerId })} />
  if (place.page === 'newsletter') return <NewsletterPage onOpen={(customerId) => go({ screen: 'customers', customerId })} />
  if (place.page === 'items') return <ItemsPage />
  if (place.page === 'attributes') return <AttributesPage />
  if (place.page === 'deletions') return <DeletionsPage />
  if (place.page === 'sales') return <SalesPage {...(place.saleId ? { saleId: place.saleId } : {})} />
  if (place.page === 'program') return <ProgramPage />
  if (place.page === 'rewards') return <RewardsPage />
  if (place.page === 'cards') return <CardsPage picker={pickCustomer} />
  if (place.page === 'loyalty-report') return <LoyaltyReportPage explain={explainEntry} />
  if (place.page === 'receivables') return <ReceivablesPage onOpen={(customerId) => go({ screen: 'customers', customerId, tab: 'account' })} />
  if (place.page === 'audit') return <AuditPage above={<VerifyLedger />} {...(place.customerId ? { customerId: place.customerId } : {})} />
  if (place.page === 'outbox') return <OutboxPage files={<ExportMail quiet />} />
  if (place.page === 'apps') return <AppsPage />
  if (place.page === 'shop') return <ShopPage />
  if (place.page === 'tills') return <TillsPage />
  return <StaffPage />
}
