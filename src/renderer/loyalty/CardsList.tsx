import { Button, Menu, ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { Failure } from '../ui/Failure.tsx'
import { useAct, useAsk } from '../use-call.ts'
import { AssignCard } from './AssignCard.tsx'
import { EndCard, type Ending } from './EndCard.tsx'
import styles from './Loyalty.module.css'
import { shownCode } from './shown-code.ts'

export type Card = Output<'loyalty/cards-of'>[number]
type Props = { readonly customerId: CustomerId; readonly name: string; readonly onBack?: () => void }

/** The cards of one customer: give another by scan or by hand, block one, replace a lost one. */
export function CardsList({ customerId, name, onBack }: Props) {
  const { t } = useTranslation('loyalty')
  const asked = useAsk('loyalty/cards-of', { customerId }, ['points-changed', 'loyalty-changed'])
  const [ending, end] = useState<Ending | null>(null)
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  return (
    <section aria-label={t('cards')}>
      {!onBack && <h3 className={styles['title']}>{t('cards')}</h3>}
      {asked.data?.length === 0 && <p className="muted">{t('no-cards')}</p>}
      <ul className={styles['cards']}>{asked.data?.map((card) => <CardRow key={card.code} card={card} onEnd={(kind) => end({ kind, code: card.code })} />)}</ul>
      <AssignCard customerId={customerId} name={name} focus={onBack !== undefined} />
      {onBack && <div className={styles['feet']}><Button variant="default" onClick={onBack}>{t('ui:back')}</Button></div>}
      {ending && <EndCard ending={ending} onClose={() => end(null)} />}
    </section>
  )
}

function CardRow({ card, onEnd }: { readonly card: Card; readonly onEnd: (kind: Ending['kind']) => void }) {
  const { t } = useTranslation('loyalty')
  const { date } = useFormat()
  const open = useAct(() => call('loyalty/unblock-card', { requestId: newRequestId(), code: card.code }))
  const free = useAct(() => call('loyalty/unassign-card', { requestId: newRequestId(), code: card.code }))
  const facts = [t(`card-${card.state}`), card.reason, card.assignedAt && t('card-since', { day: date(card.assignedAt) }), card.lastUsedAt && t('card-used', { day: date(card.lastUsedAt) })]
  return (
    <li data-state={card.state}>
      <span><strong className="numbers">{shownCode(card.code)}</strong><span className="muted">{facts.filter(Boolean).join(' · ')}</span></span>
      {card.state !== 'replaced' && (
        <Menu position="bottom-end" zIndex={330}>
          <Menu.Target><ActionIcon color="gray" aria-label={t('card-menu', { code: shownCode(card.code) })}><IconDots size={22} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item mih={44} onClick={() => onEnd('replace')}>{t('replace')}</Menu.Item>
            {card.state === 'active' && <Menu.Item mih={44} onClick={() => onEnd('block')}>{t('block')}</Menu.Item>}
            {card.state === 'blocked' && <Menu.Item mih={44} onClick={() => void open.run()}>{t('unblock')}</Menu.Item>}
            {card.state === 'active' && <Menu.Item mih={44} onClick={() => void free.run()}>{t('unassign')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
