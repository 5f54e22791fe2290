import { useTranslation } from 'react-i18next'
import { WholeField } from './fields.tsx'
import { useSection } from './form.ts'
import styles from './Program.module.css'

const mostDays = 3_650
/** What a friend who comes, and a review, are worth; nothing is off. */
export function BonusMore() {
  const { t } = useTranslation('program')
  const [bonuses, set] = useSection('bonuses')
  return (
    <>
      <div className={styles['three']}>
        <WholeField label={t('referral-points')} description={t('referral-why')} value={bonuses.referralPoints} onValue={(referralPoints) => set({ referralPoints })} />
        <WholeField label={t('referral-most')} least={1} value={bonuses.referralMostPerYear} onValue={(referralMostPerYear) => set({ referralMostPerYear })} />
        <WholeField label={t('referral-within')} unit={t('days')} least={1} most={mostDays} value={bonuses.referralWithinDays} onValue={(referralWithinDays) => set({ referralWithinDays })} />
      </div>
      <div className={styles['two']}>
        <WholeField label={t('review-points')} description={t('review-why')} value={bonuses.reviewPoints} onValue={(reviewPoints) => set({ reviewPoints })} />
        <WholeField label={t('review-most')} least={1} value={bonuses.reviewMostPerYear} onValue={(reviewMostPerYear) => set({ reviewMostPerYear })} />
      </div>
    </>
  )
}
