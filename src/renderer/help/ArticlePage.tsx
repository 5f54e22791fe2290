import { Button } from '@mantine/core'
import { IconArrowUp, IconArrowRight, IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../bridge.ts'
import { usePlace } from '../navigation.ts'
import { useAct, useAsk } from '../use-call.ts'
import { articles, type ArticleName } from './articles.ts'
import styles from './HelpPages.module.css'

type Props = {
  readonly name: ArticleName; readonly onOpen: (name: ArticleName) => void
  /** It led somewhere: where the help covers the work, it has to go. */
  readonly onLeft: () => void
}

/** One page: its steps, where it leads, the vote, and what belongs beside it (S3-16). The focus goes to it, so that what is read aloud is the page. */
export function ArticlePage({ name, onOpen, onLeft }: Props) {
  const { t } = useTranslation('help')
  const { go } = usePlace()
  const top = useRef<HTMLElement>(null)
  const article = articles.find((each) => each.name === name)
  useEffect(() => {
    // Not when the help has just opened: then the search field has it.
    if (document.activeElement === document.body) top.current?.focus()
  }, [])
  return (
    <article ref={top} className={styles['article']} tabIndex={-1} aria-label={t(`${name}-title`)}>
      <p className="muted">{t('breadcrumb')} › {t(`topic-${article?.topic ?? 'customers'}`)}</p>
      <h3 className={styles['title']}>{t(`${name}-title`)}</h3>
      <ol>{Array.from({ length: article?.steps ?? 0 }, (_, at) => <li key={at}>{t(`${name}-${at + 1}`)}</li>)}</ol>
      <div className={styles['unprinted']}>
        <div className={styles['acts']}>
          {article?.links.map(({ to, words }) => <Button key={words} variant="default" leftSection={<IconArrowRight size={18} aria-hidden />} onClick={() => (go(to), onLeft())}>{t(words)}</Button>)}
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>{t('print')}</Button>
        </div>
        <Vote name={name} />
        <h4 className={styles['topic']}>{t('related')}</h4>
        <div className={styles['related']}>{article?.related.map((each) => <Button key={each} variant="subtle" justify="flex-start" onClick={() => onOpen(each)}>{t(`${each}-title`)}</Button>)}</div>
        <Button variant="subtle" leftSection={<IconArrowUp size={20} aria-hidden />} onClick={() => top.current?.scrollTo({ top: 0 })}>{t('to-top')}</Button>
      </div>
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
