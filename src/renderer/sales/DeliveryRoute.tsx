import { ActionIcon, Menu } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SaleId } from '../../main/vocabulary.ts'
import { call } from '../bridge.ts'
import { followLink } from '../ui/follow-link.ts'
import { useAct } from '../use-call.ts'

const maps = ['waze', 'google-maps'] as const

/** The way to the door, by the driver's own map. */
export function DeliveryRoute({ saleId, number }: { readonly saleId: SaleId; readonly number: string }) {
  const { t } = useTranslation('delivery')
  const act = useAct(async (way: (typeof maps)[number]) => followLink((await call('sales/delivery-route', { saleId, way })).link))
  return (
    <Menu position="bottom-end" zIndex={330}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={t('directions-number', { number })} title={t('profile:reach-directions')} disabled={act.busy}><IconRoute size={22} aria-hidden /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {maps.map((way) => <Menu.Item key={way} mih={44} onClick={() => void act.run(way)}>{t(`profile:reach-${way}`)}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  )
}
