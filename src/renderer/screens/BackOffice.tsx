import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usePlace, type OfficePage, type Place } from '../navigation.ts'
import { ItemsPage } from '../sales/ItemsPage.tsx'
import { SalesPage } from '../sales/SalesPage.tsx'
import { ShopPage } from '../shop/ShopPage.tsx'
import { TillsPage } from '../shop/TillsPage.tsx'
import { AuditPage } from '../staff/AuditPage.tsx'
import { StaffPage } from '../staff/StaffPage.tsx'
import styles from './BackOffice.module.css'

type OfficePlace = Extract<Place, { screen: 'office' }>
type Link = { readonly words: string; readonly to: Place }
const page = (name: OfficePage): Link => ({ words: name, to: { screen: 'office', page: name } })
const groups: readonly { readonly words: string; readonly links: readonly Link[] }[] = [
  { words: 'group-customers', links: [{ words: 'customer-list', to: { screen: 'customers' } }, { words: 'import', to: { screen: 'import' } }] },
  { words: 'group-selling', links: [page('items'), page('sales')] },
  { words: 'group-setup', links: [page('staff'), page('audit'), page('shop'), page('tills')] },
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
            {links.map((link) => <UnstyledButton key={link.words} className={styles['link']} aria-current={isHere(link.to) ? 'page' : undefined} onClick={() => go(link.to)}>{t(link.words)}</UnstyledButton>)}
          </div>
        ))}
      </nav>
      <div className={styles['page']}><OfficePageOf place={place} /></div>
    </div>
  )
}

function OfficePageOf({ place }: { readonly place: OfficePlace }) {
  if (place.page === 'items') return <ItemsPage />
  if (place.page === 'sales') return <SalesPage {...(place.saleId ? { saleId: place.saleId } : {})} />
  if (place.page === 'audit') return <AuditPage />
  if (place.page === 'shop') return <ShopPage />
  if (place.page === 'tills') return <TillsPage />
  return <StaffPage />
}
