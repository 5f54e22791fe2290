import { NavLink } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { topics, type ArticleName } from './articles.ts'
import styles from './HelpPages.module.css'
import { searchHelp } from './search-help.ts'

/** All pages by topic, or those that hold what was typed (S1-02). */
export function ArticleList({ typed, onOpen }: { readonly typed: string; readonly onOpen: (name: ArticleName) => void }) {
  const { t } = useTranslation('help')
  const found = searchHelp(typed, t)
  return (
    <nav aria-label={t('articles')} className={styles['list']}>
      {topics.map((topic) => {
        const here = found.filter((article) => article.topic === topic)
        if (here.length === 0) return null
        return (
          <div key={topic} role="group" aria-labelledby={`help-${topic}`}>
            <h3 id={`help-${topic}`} className={styles['topic']}>{t(`topic-${topic}`)}</h3>
            {here.map(({ name }) => <NavLink key={name} component="button" className={styles['link']} label={t(`${name}-title`)} onClick={() => onOpen(name)} />)}
          </div>
        )
      })}
      {found.length === 0 && <p role="status" className="muted">{t('nothing-found', { typed: typed.trim() })}</p>}
    </nav>
  )
}
