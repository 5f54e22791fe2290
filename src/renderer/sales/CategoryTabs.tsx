import { Menu, UnstyledButton } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Category } from '../../main/sales/item.ts'
import type { CategoryId } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'
import { howManyFit } from './how-many-fit.ts'
import styles from './Items.module.css'

type Props = { readonly chosen: CategoryId | null; readonly onChoose: (id: CategoryId | null) => void }
type Choice = { readonly id: CategoryId | null; readonly name: string }

/** All, then the categories that fit on one line; the others under More. The chosen one is always in sight. */
export function CategoryTabs({ chosen, onChoose }: Props) {
  const { t } = useTranslation('sell')
  const { ref, width } = useElementSize()
  const { data = [] } = useAsk('items/categories', null, ['items-changed'], { keepLast: true })
  const choices: readonly Choice[] = [{ id: null, name: t('all') }, ...data.filter(({ items }: Category) => items > 0)]
  const fit = howManyFit(choices.map(({ name }) => name), width, t('more').length)
  const [shown, rest] = inSight(choices, fit, chosen)
  return (
    <div ref={ref} className={styles['tabs']} role="group" aria-label={t('categories')}>
      {shown.map(({ id, name }) => (
        <UnstyledButton key={id ?? 'all'} className={styles['tab']} aria-pressed={id === chosen} onClick={() => onChoose(id)}>{name}</UnstyledButton>
      ))}
      {rest.length > 0 && <More rest={rest} onChoose={onChoose} />}
    </div>
  )
}

function inSight(choices: readonly Choice[], fit: number, chosen: CategoryId | null): readonly [readonly Choice[], readonly Choice[]] {
  const shown = choices.slice(0, fit)
  const hidden = choices.slice(fit)
  const mine = hidden.find(({ id }) => id === chosen)
  const swapped = shown.at(-1)
  if (!mine || !swapped) return [shown, hidden]
  return [[...shown.slice(0, -1), mine], [swapped, ...hidden.filter((choice) => choice !== mine)]]
}

function More({ rest, onChoose }: { readonly rest: readonly Choice[]; readonly onChoose: (id: CategoryId | null) => void }) {
  const { t } = useTranslation('sell')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={styles['tab']}>{t('more')} <IconChevronDown size={16} aria-hidden /></UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={styles['menu']}>
        {rest.map(({ id, name }) => <Menu.Item key={id ?? 'all'} onClick={() => onChoose(id)}>{name}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  )
}
