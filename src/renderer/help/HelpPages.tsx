import { Button, Modal, NavLink } from '@mantine/core'
import { IconArrowUp, IconPrinter } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../bridge.ts'
import { useAct, useAsk } from '../use-call.ts'
import { articles, type ArticleName } from './articles.ts'
import styles from './HelpPages.module.css'

/** F1: the help pages, offline; a page prints clean on one sheet (S5-01). */
export function HelpPages({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('help')
  const [name, setName] = useState<ArticleName>('create')
  return (
    <Modal opened={opened} onClose={onClose} size={960} title={t('help')} closeButtonProps={{ 'aria-label': t('close') }} classNames={{ content: styles['sheet'] ?? '' }}>
      <div className={styles['pages']}>
        <nav aria-label={t('articles')} className={styles['list']}>
          {articles.map((article) => (
            <NavLink key={article.name} component="button" className={styles['link']} active={article.name === name} label={t(`${article.name}-title`)} onClick={() => setName(article.name)} />
          ))}
        </nav>
        <Article key={name} name={name} />
      </div>
    </Modal>
  )
}

function Article({ name }: { readonly name: ArticleName }) {
  const { t } = useTranslation('help')
  const top = useRef<HTMLDivElement>(null)
  const steps = articles.find((article) => article.name === name)?.steps ?? 0
  return (
    <article className={styles['article']} tabIndex={-1} aria-label={t(`${name}-title`)}>
      <div ref={top} className={styles['head']}>
        <p className="muted">{t('breadcrumb')} › {t(`${name}-title`)}</p>
        <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()} className={styles['unprinted']}>{t('print')}</Button>
      </div>
      <h2>{t(`${name}-title`)}</h2>
      <ol>{Array.from({ length: steps }, (_, at) => <li key={at}>{t(`${name}-${at + 1}`)}</li>)}</ol>
      <Vote name={name} />
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
