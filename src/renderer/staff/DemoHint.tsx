import { useTranslation } from 'react-i18next'

/** The PINs of the made-up shop, which flows/make-demo-shop.ts gives to its staff. */
const demoPins = [['Olive', '8264'], ['Marc', '5937'], ['Léa', '6183']] as const

/** In the demo shop anyone may try every role. */
export function DemoHint() {
  const { t } = useTranslation('staff')
  return <p className="muted numbers" style={{ margin: 0 }}>{t('demo-hint', { pins: demoPins.map(([name, pin]) => `${name} ${pin}`).join(' · ') })}</p>
}
