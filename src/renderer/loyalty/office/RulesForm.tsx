import { Accordion } from '@mantine/core'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { BasicsSection } from './BasicsSection.tsx'
import { EarnSection, ExcludedSection } from './EarnSection.tsx'
import { useForm } from './form.ts'
import { sections, useGists, type SectionName } from './gists.ts'
import { HouseholdRules } from './HouseholdRules.tsx'
import { MultiplierSection } from './MultiplierSection.tsx'
import styles from './Program.module.css'
import { BonusSection, ByHandSection, ExpirySection, RedeemSection } from './SpendSections.tsx'
import { TierSection } from './TierSection.tsx'

const parts: { readonly [S in SectionName]: ComponentType } = {
  basics: BasicsSection, earn: EarnSection, excluded: ExcludedSection, multipliers: MultiplierSection, tiers: TierSection, redemption: RedeemSection, expiry: ExpirySection, bonuses: BonusSection, 'by-hand': ByHandSection, households: HouseholdRules,
}
/** Where main's answer "these rules are wrong" is to be seen. */
const sectionOf: Readonly<Record<string, SectionName>> = { 'tiers.levels': 'tiers', 'multipliers.boosts': 'multipliers', 'redemption.minimum': 'redemption', 'expiry.rule': 'expiry' }

/** All the rules, section by section; a closed section says in one line what holds. Closed ones stay in the page, so that what is wrong in them is known. */
export function RulesForm() {
  const { t } = useTranslation('program')
  const { rules, refused, resets } = useForm()
  const gists = useGists()(rules)
  const [open, setOpen] = useState<string[]>(['earn'])
  const forced = refused === null ? undefined : sectionOf[refused]
  const opened = forced && !open.includes(forced) ? [...open, forced] : open
  return (
    <Accordion multiple value={opened} onChange={setOpen} variant="default" transitionDuration={120} order={2}>
      {sections.map((name) => {
        const Part = parts[name]
        return (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control className={styles['control'] ?? ''}><span style={{ fontWeight: 600 }}>{t(`section-${name}`)}</span><span className={styles['gist']}>{gists[name]}</span></Accordion.Control>
            <Accordion.Panel><Part key={resets} /></Accordion.Panel>
          </Accordion.Item>
        )
      })}
    </Accordion>
  )
}
