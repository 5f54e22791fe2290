import { Button, Menu, ActionIcon, Modal, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDots, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../../main/handlers.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call, newRequestId, type CallFailed } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { useAct } from '../../use-call.ts'
import { useAssign } from '../AssignCard.tsx'
import { EndCard, type Ending } from '../EndCard.tsx'
import { shownCode } from '../shown-code.ts'
import type { Picker } from './CardsPage.tsx'
import styles from './Office.module.css'
import { PhoneCard } from './PhoneCard.tsx'

export type CardFilter = Input<'loyalty/cards'>['which']
type Cards = Output<'loyalty/cards'>
type Card = Cards['rows'][number]
type Props = { readonly filter: CardFilter; readonly onFilter: (filter: CardFilter) => void; readonly picker: Picker; readonly mayPrint: boolean; readonly onPrint: (code: string) => void }
const filters = ['all', 'latest', 'unassigned', 'active', 'blocked'] as const satisfies readonly CardFilter[]
const rowsAtOnce = 100

/** Every card with whose it is. A scanned or typed code finds its row; a phone number says whose card it is. */
export function CardTable({ filter, onFilter, picker, mayPrint, onPrint }: Props) {
  const { t } = useTranslation('cards')
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 150)
  const [assigning, assign] = useState<string | null>(null)
  const [ending, end] = useState<Ending | null>(null)
  const cards = useCards(filter, text)
  const acts: Acts = { onAssign: assign, onEnd: end, onPrint, mayPrint }
  return (
    <section aria-label={t('cards')}>
      <div className={styles['bar']}>
        <TextInput className={styles['grow'] ?? ''} label={t('find')} value={typed} maxLength={80} autoComplete="off" data-autofocus leftSection={<IconSearch size={20} aria-hidden />} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Select className={styles['filter'] ?? ''} label={t('show')} value={filter} allowDeselect={false} data={filters.map((value) => ({ value, label: t(`filter-${value}`) }))} onChange={(value) => onFilter(value as CardFilter)} />
      </div>
      {cards.failure && <Failure failure={cards.failure} retry={cards.retry} />}
      {cards.pending && <Late rows={8} />}
      {!cards.pending && !cards.failure && cards.rows.length === 0 && <None text={text} filter={filter} onClear={() => (setTyped(''), onFilter('all'))} />}
      {cards.rows.length > 0 && <Rows rows={cards.rows} more={cards.more} acts={acts} />}
      {assigning !== null && <AssignDialog code={assigning} picker={picker} onClose={() => assign(null)} />}
      {ending && <EndCard ending={ending} onClose={() => end(null)} />}
    </section>
  )
}

function useCards(which: CardFilter, text: string) {
  const asked = useInfiniteQuery<Cards, CallFailed, { pages: Cards[] }, readonly unknown[], string | null>({
    queryKey: ['loyalty/cards', which, text], initialPageParam: null, placeholderData: (last) => last, meta: { events: ['loyalty-changed', 'points-changed'] },
    queryFn: ({ pageParam }) => call('loyalty/cards', { which, text, page: { after: pageParam, most: rowsAtOnce } }), getNextPageParam: (last) => last.more,
  })
  return {
    rows: asked.data?.pages.flatMap((page) => page.rows) ?? [], failure: asked.error, pending: asked.isPending, retry: () => void asked.refetch(),
    more: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
  }
}

function None({ text, filter, onClear }: { readonly text: string; readonly filter: CardFilter; readonly onClear: () => void }) {
  const { t } = useTranslation('cards')
  if (text === '' && filter === 'all') return <Empty sentence={t('none-yet')} />
  return <><PhoneCard text={text} /><Empty sentence={t('none-found')} actions={[{ label: t('clear'), do: onClear }]} /></>
}

type Acts = { readonly onAssign: (code: string) => void; readonly onEnd: (ending: Ending) => void; readonly onPrint: (code: string) => void; readonly mayPrint: boolean }

function Rows({ rows, more, acts }: { readonly rows: readonly Card[]; readonly more: (() => void) | null; readonly acts: Acts }) {
  const { t } = useTranslation('cards')
  return (
    <div className={styles['rows']}>
      <table className={styles['list']} aria-label={t('cards')}>
        <thead><tr><th scope="col">{t('code')}</th><th scope="col">{t('state')}</th><th scope="col">{t('customer')}</th><th scope="col" className={styles['number']}>{t('batch-column')}</th><th scope="col" className={styles['number']}>{t('printed')}</th><th scope="col"><span className="spoken-only">{t('actions')}</span></th></tr></thead>
        <tbody>{rows.map((card) => <Row key={card.code} card={card} acts={acts} />)}</tbody>
      </table>
      <MoreRows more={more} />
    </div>
  )
}

const tones = { unassigned: 'none', active: 'on', blocked: 'off', replaced: 'off' } as const

function Row({ card, acts }: { readonly card: Card; readonly acts: Acts }) {
  const { t } = useTranslation('cards')
  const format = useFormat()
  const why = card.state === 'replaced' && card.replacedBy ? t('replaced-by', { code: shownCode(card.replacedBy), reason: card.reason }) : card.reason
  return (
    <tr data-state={card.state}>
      <th scope="row">{shownCode(card.code)}</th>
      <td><span className={styles['state']} data-tone={tones[card.state]}>{t(`state-${card.state}`)}</span>{why && <span className={styles['why']}>{why}</span>}</td>
      <td>{card.customerName ?? '–'}{card.assignedAt && <span className={styles['why']}>{t('since', { day: format.date(card.assignedAt) })}</span>}</td>
      <td className={styles['number']}>{card.batchNumber ?? '–'}</td>
      <td className={styles['number']}>{card.printed === 0 ? '–' : format.whole(card.printed)}</td>
      <td><RowActs card={card} acts={acts} /></td>
    </tr>
  )
}

function RowActs({ card, acts }: { readonly card: Card; readonly acts: Acts }) {
  const { t } = useTranslation('cards')
  const unblock = useAct(() => call('loyalty/unblock-card', { requestId: newRequestId(), code: card.code }))
  const code = shownCode(card.code)
  const canPrint = acts.mayPrint && (card.state === 'unassigned' || card.state === 'active')
  return (
    <div className={styles['acts']}>
      {card.state === 'unassigned' && <Button variant="default" aria-label={t('assign-code', { code })} onClick={() => acts.onAssign(card.code)}>{t('assign')}</Button>}
      {card.state === 'active' && <Button variant="default" aria-label={t('block-code', { code })} onClick={() => acts.onEnd({ kind: 'block', code: card.code })}>{t('block')}</Button>}
      {card.state === 'blocked' && <Button variant="default" aria-label={t('unblock-code', { code })} onClick={() => void unblock.run()}>{t('unblock')}</Button>}
      {card.state !== 'replaced' && (
        <Menu position="bottom-end" width={200}>
          <Menu.Target><ActionIcon color="gray" aria-label={t('menu-code', { code })}><IconDots size={20} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            {card.state !== 'unassigned' && <Menu.Item mih={44} onClick={() => acts.onEnd({ kind: 'replace', code: card.code })}>{t('replace')}</Menu.Item>}
            <Menu.Item mih={44} disabled={!canPrint} onClick={() => acts.onPrint(card.code)}>{t(card.printed > 0 ? 'print-again' : 'print-one')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

/** Whoever is tapped gets the card; Undo takes it back. */
function AssignDialog({ code, picker, onClose }: { readonly code: string; readonly picker: Picker; readonly onClose: () => void }) {
  const { t } = useTranslation('cards')
  const [chosen, choose] = useState<{ readonly customerId: CustomerId; readonly name: string } | null>(null)
  const assign = useAssign(chosen?.customerId ?? ('' as CustomerId), chosen?.name ?? '')
  const pick = useAct(async (customerId: CustomerId) => choose({ customerId, name: (await call('customers/get', { id: customerId })).displayName }))
  const give = async () => {
    if (await assign.run(code, false)) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={chosen ? t('assign-ask', { code: shownCode(code), name: chosen.name }) : t('assign-to', { code: shownCode(code) })} size={720} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {chosen === null && <div className={styles['pick']}>{picker((customerId) => void pick.run(customerId), onClose)}</div>}
      {chosen && <div className={styles['feet']}><Button variant="default" onClick={() => choose(null)}>{t('other-customer')}</Button><Button data-autofocus disabled={assign.busy} onClick={() => void give()}>{t('assign')}</Button></div>}
    </Modal>
  )
}
