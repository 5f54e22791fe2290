import { Drawer, UnstyledButton } from '@mantine/core'
import { IconDots, type Icon } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './CompactBar.module.css'

export type BarStop = { readonly name: string; readonly label: string; readonly icon: Icon; readonly here: boolean; readonly badge?: number; readonly do: () => void }

/** The bar at the bottom of a narrow window (S4-18): where one goes all day, and More for the rest. */
export function CompactBar({ stops, more }: { readonly stops: readonly BarStop[]; readonly more: readonly BarStop[] }) {
  const { t } = useTranslation('app')
  const [opened, open] = useState(false)
  return (
    <nav className={styles['bar']} aria-label={t('main-menu')}>
      {stops.map((stop) => <Stop key={stop.name} stop={stop} />)}
      <Stop stop={{ name: 'more', label: t('more'), icon: IconDots, here: more.some(({ here }) => here), do: () => open(true) }} />
      <Drawer opened={opened} onClose={() => open(false)} position="bottom" size="auto" title={t('more')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
        {more.map(({ icon: Picture, ...stop }) => (
          <UnstyledButton key={stop.name} className={styles['row']} aria-current={stop.here ? 'page' : undefined} onClick={() => (open(false), stop.do())}>
            <Picture size={24} stroke={1.75} aria-hidden />{stop.label}
          </UnstyledButton>
        ))}
      </Drawer>
    </nav>
  )
}

function Stop({ stop: { label, icon: Picture, here, badge = 0, do: go } }: { readonly stop: BarStop }) {
  const { t } = useTranslation('app')
  return (
    <UnstyledButton className={styles['stop']} aria-current={here ? 'page' : undefined} onClick={go}>
      <Picture size={24} stroke={1.75} aria-hidden />
      <span>{label}</span>
      {badge > 0 && <span className={styles['badge']} aria-label={t('waiting', { count: badge })}>{badge}</span>}
    </UnstyledButton>
  )
}
