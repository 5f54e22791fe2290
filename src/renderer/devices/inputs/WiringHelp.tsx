import { Accordion } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '../../ui/Page.tsx'
import styles from './Inputs.module.css'

const makers = ['zebra', 'honeywell', 'datalogic', 'newland', 'magtek', 'idtech'] as const
const systems = ['linux', 'windows', 'macos'] as const

/** What a technician does once for each make, and for each system. */
export function WiringHelp() {
  const { t } = useTranslation('wiring')
  return (
    <Section title={t('wiring')} note={t('wiring-what')}>
      <Accordion variant="contained" chevronPosition="left" classNames={{ control: styles['help'] ?? '' }}>
        {[...makers, ...systems].map((one) => (
          <Accordion.Item key={one} value={one}>
            <Accordion.Control>{t(one)}</Accordion.Control>
            <Accordion.Panel>{t(`${one}-how`).split('\n').map((line) => <p key={line} className={styles['line']}>{line}</p>)}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Section>
  )
}
