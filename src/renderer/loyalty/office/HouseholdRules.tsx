import { useTranslation } from 'react-i18next'
import { ChoiceField, SwitchField, WholeField } from './fields.tsx'
import { useSection } from './form.ts'
import styles from './Program.module.css'

/** Whether people may spend their points together, how many, and whose twelve months count for a tier. */
export function HouseholdRules() {
  const { t } = useTranslation('program')
  const [households, set] = useSection('households')
  return (
    <div className={styles['section']}>
      <SwitchField label={t('households-on')} description={t('households-why')} value={households.on} onValue={(on) => set({ on })} />
      {households.on && <WholeField label={t('households-most')} least={2} most={20} value={households.most} onValue={(most) => set({ most })} />}
      {households.on && <ChoiceField label={t('tier-by')} value={households.tierBy} choices={(['member', 'household'] as const).map((value) => ({ value, label: t(`tier-by-${value}`) }))} onValue={(tierBy) => set({ tierBy })} />}
    </div>
  )
}
