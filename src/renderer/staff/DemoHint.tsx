import { useTranslation } from 'react-i18next'
import { demoPins } from './demo-pins.ts'

/** In the demo shop anyone may try every role. */
export function DemoHint() {
  const { t } = useTranslation('staff')
  return <p className="muted numbers" style={{ margin: 0 }}>{t('demo-hint', { pins: demoPins.map(([name, pin]) => `${name} ${pin}`).join(' · ') })}</p>
}
