import { Button, Modal, NavLink, TextInput } from '@mantine/core'
import { IconArrowUp, IconMessage, IconPrinter, IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../bridge.ts'
import { useAct, useAsk } from '../use-call.ts'
import { articles, type ArticleName } from './articles.ts'
import styles from './HelpPages.module.css'
import { MessageUs } from './MessageUs.tsx'
import { searchHelp } from './search-help.ts'

type Props = { readonly opened: boolean; readonly onClose: () => void; readonly topic: ArticleName }
type Page = { readonly is: 'article'; readonly name: ArticleName } | { readonly is: 'message' }

/** F1: the help pages, offline, opened at the topic of the screen one is on (S1-01); a page prints clean on one sheet (S5-01). */
export function HelpPages({ opened, onClose, topic }: Props) {
  const { t } = useTranslation('help')
  return (
    <Modal opened={opened} onClose={onClose} size={960} title={t('help')} closeButtonProps={{ 'aria-label': t('close') }} classNames={{ content: styles['sheet'] ?? '' }}>
      <Help topic={topic} onClose={onClose} />
    </Modal>
  )
}

function Help({ topic, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('help')
  const [page, setPage] = useState<Page>({ is: 'article', name: topic })
  const [typed, setTyped] = useState('')
  const found = searchHelp(typed, t)
  return (
    <div className={styles['pages']}>
      <nav aria-label={t('articles')} className={styles['list']}>
        <p className={styles['greeting']}>{t('greeting')}</p>
        <TextInput className={styles['find'] ?? ''} leftSection={<IconSearch size={18} aria-hidden />} aria-label={t('find')} placeholder={t('find')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} maxLength={80} />
        <div className={styles['links']}>
          {found.map(({ name }) => <NavLink key={name} component="button" className={styles['link']} active={page.is === 'article' && name === page.name} label={t(`${name}-title`)} onClick={() => setPage({ is: 'article', name })} />)}
          {found.length === 0 && <p role="status" className="muted">{t('nothing-found', { typed })}</p>}
        </div>
        <NavLink component="button" className={styles['link']} leftSection={<IconMessage size={18} aria-hidden />} active={page.is === 'message'} label={t('outbox:message-us')} onClick={() => setPage({ is: 'message' })} />
      </nav>
      {page.is === 'message' ? <MessageUs onDone={onClose} /> : <Article key={page.name} name={page.name} onOpen={(name) => setPage({ is: 'article', name })} />}
    </div>
  )
}

type ArticleProps = { readonly name: ArticleName; readonly onOpen: (name: ArticleName) => void }
function Article({ name, onOpen }: ArticleProps) {
  const { t } = useTranslation('help')
  const top = useRef<HTMLDivElement>(null)
  const article = articles.find((each) => each.name === name)
  return (
    <article className={styles['article']} tabIndex={-1} aria-label={t(`${name}-title`)}>
      <div ref={top} className={styles['head']}>
        <p className="muted">{t('breadcrumb')} › {t(`${name}-title`)}</p>
        <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()} className={styles['unprinted']}>{t('print')}</Button>
      </div>
      <h2>{t(`${name}-title`)}</h2>
      <ol>{Array.from({ length: article?.steps ?? 0 }, (_, at) => <li key={at}>{t(`${name}-${at + 1}`)}</li>)}</ol>
      <Vote name={name} />
      <div className={styles['unprinted']}>
        <h3 className={styles['related']}>{t('related')}</h3>
        {article?.related.map((each) => <Button key={each} variant="subtle" onClick={() => onOpen(each)}>{t(`${each}-title`)}</Button>)}
      </div>
      <Button variant="subtle" className={styles['unprinted']} leftSection={<IconArrowUp size={20} aria-hidden />} onClick={() => top.current?.scrollIntoView()}>{t('to-top')}</Button>
    </article>
  )
}

/** Asked once per page and till (S5-41): the answer is kept with the shop, offline. */
function Vote({ name }: { readonly name: ArticleName }) {
  const { t } = useTranslation('help')
  const votes = useAsk('help/votes', {})
  const vote = useAct(async (helpful: boolean) => {
    await call('help/vote', { article: name, helpful })
    await votes.refetch()
  })
  const given = votes.data?.some(({ article }) => article === name)
  return (
    <div className={styles['vote']} role="group" aria-label={t('helpful')}>
      {given ? <p role="status">{t('thanks')}</p> : (
        <>
          <span>{t('helpful')}</span>
          <Button variant="default" onClick={() => void vote.run(true)}>{t('yes')}</Button>
          <Button variant="default" onClick={() => void vote.run(false)}>{t('no')}</Button>
        </>
      )}
    </div>
  )
}
