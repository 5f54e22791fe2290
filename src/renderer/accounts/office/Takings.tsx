import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../main/vocabulary.ts'
import { useFormat } from '../../format.ts'
import { useHere } from '../../here.ts'
import { Section } from '../../ui/Page.tsx'
import { useAsk } from '../../use-call.ts'
import styles from '../Accounts.module.css'

/** Today on the shop's wall calendar. */
const todayIn = (timeZone: string): PlainDate => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date()) as PlainDate

const sources = ['sale', 'refund', 'account', 'payout', 'return'] as const
/** The money of today, in cash and by card: from sales, back by refunds, and paid on accounts, which is no sale but stands in the drawer. */
export function Takings() {
  const { t } = useTranslation('accounts')
  const { money } = useFormat()
  const { shop } = useHere()
  const rows = useAsk('accounts/takings', { day: todayIn(shop.timeZone) }, ['account-changed', 'sales-changed', 'sale-completed']).data ?? []
  const of = (method: 'cash' | 'card', source?: (typeof sources)[number]) => rows.filter((row) => row.method === method && (source === undefined || row.source === source)).reduce((all, { cents }) => all + cents, 0)
  return (
    <Section title={t('takings')} note={t('takings-why')}>
      <div className={styles['rows']}>
        <table className={styles['table']} aria-label={t('takings')}>
          <thead><tr><th scope="col"><span className="spoken-only">{t('from')}</span></th><th scope="col" className={styles['number']}>{t('pay:cash')}</th><th scope="col" className={styles['number']}>{t('pay:card')}</th></tr></thead>
          <tbody>{sources.map((source) => <tr key={source}><th scope="row">{t(`source-${source}`)}</th><td className={styles['number']}>{money(of('cash', source))}</td><td className={styles['number']}>{money(of('card', source))}</td></tr>)}</tbody>
          <tfoot><tr><th scope="row">{t('total')}</th><td className={styles['number']}>{money(of('cash'))}</td><td className={styles['number']}>{money(of('card'))}</td></tr></tfoot>
        </table>
      </div>
    </Section>
  )
}
