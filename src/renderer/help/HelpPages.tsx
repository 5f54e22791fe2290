import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArrowLeft, IconMessage, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCompact } from '../use-compact.ts'
import type { ArticleName } from './articles.ts'
import { ArticleList } from './ArticleList.tsx'
import { ArticlePage } from './ArticlePage.tsx'
import styles from './HelpPages.module.css'
import { MessageUs } from './MessageUs.tsx'

type Page = { readonly is: 'list' } | { readonly is: 'article'; readonly name: ArticleName } | { readonly is: 'message' }
type Props = { readonly topic: ArticleName; readonly onClose: () => void }

/** F1: the help pages, offline, beside the work and not over it (S1-02), opened at the topic of the screen one is on; a page prints clean on one sheet (S5-01). */
export function HelpPages({ topic, onClose }: Props) {
  const { t } = useTranslation('help')
  const way = useWay(topic)
  const compact = useCompact()
  const find = useRef<HTMLInputElement>(null)
  useEffect(() => find.current?.focus(), [])
  // Back to the list takes the button with it that had the focus: without one the keys would go to the till.
  useEffect(() => (document.activeElement === document.body ? find.current?.focus() : undefined), [way.page.is])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return (event.preventDefault(), event.stopPropagation(), onClose())
    // A letter or Delete here is meant for the help, not for the line that is marked in the cart.
    if (!event.ctrlKey && !event.altKey && !event.metaKey && !/^F\d/.test(event.key)) event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, wherever in the panel the focus is
    <aside className={styles['panel']} aria-label={t('help')} data-help onKeyDown={press}>
      <div className={styles['head']}>
        <h2>{t('help')}</h2>
        <ActionIcon color="gray" aria-label={t('close')} title={t('close')} onClick={onClose}><IconX size={22} aria-hidden /></ActionIcon>
      </div>
      <p className={styles['greeting']}>{t('greeting')}</p>
      <TextInput ref={find} leftSection={<IconSearch size={18} aria-hidden />} aria-label={t('find')} placeholder={t('find')} value={way.typed} onChange={(event) => way.type(event.currentTarget.value)} maxLength={80} />
      <Shown way={way} onLeft={() => compact && onClose()} />
      {way.page.is !== 'message' && <Button className={styles['foot'] ?? ''} variant="default" leftSection={<IconMessage size={20} aria-hidden />} onClick={() => way.to({ is: 'message' })}>{t('outbox:message-us')}</Button>}
    </aside>
  )
}

type Way = ReturnType<typeof useWay>
/** Where one went in the panel; Back leads the same way back, at last to the list of all pages. */
function useWay(topic: ArticleName) {
  const [went, go] = useState<readonly Page[]>([{ is: 'list' }, { is: 'article', name: topic }])
  const [typed, type] = useState('')
  return {
    page: typed.trim() === '' ? went.at(-1)! : { is: 'list' as const }, typed, type,
    to: (page: Page) => (type(''), go([...went, page])), back: () => (typed.trim() === '' ? go(went.slice(0, -1)) : type('')),
  }
}

function Shown({ way, onLeft }: { readonly way: Way; readonly onLeft: () => void }) {
  const { t } = useTranslation('help')
  const { page } = way
  const open = (name: ArticleName) => way.to({ is: 'article', name })
  if (page.is === 'list') return <ArticleList typed={way.typed} onOpen={open} />
  return (
    <>
      <Button className={styles['back'] ?? ''} variant="subtle" leftSection={<IconArrowLeft size={20} aria-hidden />} onClick={way.back}>{t('back')}</Button>
      {page.is === 'message' ? <MessageUs onDone={way.back} /> : <ArticlePage key={page.name} name={page.name} onOpen={open} onLeft={onLeft} />}
    </>
  )
}
