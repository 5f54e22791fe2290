import { Button, Switch, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../../bridge.ts'
import { useCommands } from '../../commands.ts'
import { useFormat } from '../../format.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Locked, Page } from '../../ui/Page.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import styles from './Office.module.css'
import { isForCart, type Reward } from './reward-form.ts'
import { RewardDialog } from './RewardDialog.tsx'

/** What points can be spent on besides paying with them. */
export function RewardsPage() {
  const { t } = useTranslation('program')
  const mayEdit = useRights()('edit-loyalty') === 'yes'
  const rewards = useAsk('loyalty/all-rewards', {}, ['loyalty-changed'])
  const [opened, open] = useState<Reward | 'new' | null>(null)
  const add = () => open('new')
  useCommands([{ name: 'new-reward', label: t('new-reward'), key: 'Ctrl+N', when: mayEdit && opened === null, do: add }])
  if (rewards.error) return <Failure failure={rewards.error} retry={() => void rewards.refetch()} />
  return (
    <Page title={t('rewards')} wide actions={<Button leftSection={<IconPlus size={18} aria-hidden />} disabled={!mayEdit} title="Ctrl+N" onClick={add}>{t('new-reward')}</Button>}>
      {!mayEdit && <Locked sentence={t('managers-only')} />}
      {!rewards.data && <Late rows={5} />}
      {rewards.data?.length === 0 && <Empty sentence={t('no-rewards')} actions={mayEdit ? [{ label: t('new-reward'), do: add }] : []} />}
      {rewards.data && rewards.data.length > 0 && <RewardTable rewards={rewards.data} disabled={!mayEdit} onOpen={open} />}
      {opened !== null && <RewardDialog reward={opened === 'new' ? null : opened} onClose={() => open(null)} />}
    </Page>
  )
}

function RewardTable({ rewards, disabled, onOpen }: { readonly rewards: readonly Reward[]; readonly disabled: boolean; readonly onOpen: (reward: Reward) => void }) {
  const { t } = useTranslation('program')
  return (
    <div className={styles['rows']}>
      <table className={styles['list']} aria-label={t('rewards')}>
        <thead><tr><th scope="col">{t('name')}</th><th scope="col" className={styles['number']}>{t('points')}</th><th scope="col">{t('gives')}</th><th scope="col">{t('for-whom')}</th><th scope="col">{t('when')}</th><th scope="col">{t('offered')}</th></tr></thead>
        <tbody>{rewards.map((reward) => <Row key={reward.id} reward={reward} disabled={disabled} onOpen={() => onOpen(reward)} />)}</tbody>
      </table>
    </div>
  )
}

function Row({ reward, disabled, onOpen }: { readonly reward: Reward; readonly disabled: boolean; readonly onOpen: () => void }) {
  const { t } = useTranslation('program')
  const format = useFormat()
  const gives = useGives()
  const tiers = useAsk('loyalty/programs', {}, ['loyalty-changed'], { keepLast: true }).data?.now?.rules.tiers.levels ?? []
  const { id, tierIds, minimumSpendCents, startsOn, endsOn, active } = reward
  const change = useAct((on: boolean) => {
    const { id: _id, ...draft } = reward
    return call('loyalty/save-reward', { requestId: newRequestId(), id, draft: { ...draft, tierIds: [...tierIds], active: on } })
  })
  const from = [startsOn && t('from-day', { day: format.day(startsOn) }), endsOn && t('until-day', { day: format.day(endsOn) })].filter(Boolean).join(' ')
  return (
    <tr>
      <th scope="row"><UnstyledButton disabled={disabled} onClick={onOpen} style={{ minHeight: 44, color: 'var(--accent)', fontWeight: 600 }}>{reward.name}</UnstyledButton></th>
      <td className={styles['number']}>{format.whole(reward.points)}</td>
      <td>{gives(reward)}<span className={styles['why']}>{t(isForCart(reward) ? 'alone' : 'beside')}</span></td>
      <td>{tierIds.length === 0 ? t('everyone') : tierIds.map((tier) => tiers.find((one) => one.id === tier)?.name ?? '?').join(', ')}{minimumSpendCents > 0 && <span className={styles['why']}>{t('from-spend', { money: format.money(minimumSpendCents) })}</span>}</td>
      <td>{from || t('always')}</td>
      <td><Switch aria-label={t('offered-name', { name: reward.name })} checked={active} disabled={disabled || change.busy} onChange={(event) => void change.run(event.currentTarget.checked)} /></td>
    </tr>
  )
}

/** What a reward gives, in words. */
function useGives(): (reward: Reward) => string {
  const { t } = useTranslation('program')
  const format = useFormat()
  return ({ what }) => {
    if (what.kind === 'money') return t('gives-money', { money: format.money(what.cents) })
    const most = what.mostCents === null ? '' : ` ${t('at-most', { money: format.money(what.mostCents) })}`
    if (what.kind === 'percent') return `${t(what.categoryIds.length === 0 ? 'gives-percent' : 'gives-category', { percent: format.percent(what.ppm), count: what.categoryIds.length })}${most}`
    return `${t('gives-product')}${most}`
  }
}
