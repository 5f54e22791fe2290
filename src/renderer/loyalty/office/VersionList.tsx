import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RuleVersion } from '../../../main/loyalty/program.ts'
import { useFormat } from '../../format.ts'
import { useGists } from './gists.ts'
import office from './Office.module.css'
import styles from './Program.module.css'
import type { Program } from './use-program.ts'

const firstStart = '2000-01-01T00:00:00.000Z'
const pastShown = 12

/** The version that holds, those to come, and the past ones, each with when it began and what it gives. */
export function VersionList({ program }: { readonly program: Program }) {
  const { t } = useTranslation('program')
  const { versions } = program
  if (!versions) return null
  const rows = [...versions.next.toReversed().map((version) => ['next', version] as const), ...(versions.now ? [['now', versions.now] as const] : []), ...versions.past.slice(0, pastShown).map((version) => ['past', version] as const)]
  return (
    <section className={styles['card']} aria-labelledby="program-versions">
      <h2 id="program-versions">{t('versions')}</h2>
      <ul className={styles['versions']}>
        {rows.map(([place, version]) => <li key={version.version}><Version place={place} version={version} current={program.shown?.version === version.version} onLook={() => program.look(version.version)} /></li>)}
      </ul>
    </section>
  )
}

type Props = { readonly place: 'next' | 'now' | 'past'; readonly version: RuleVersion; readonly current: boolean; readonly onLook: () => void }
function Version({ place, version, current, onLook }: Props) {
  const { t } = useTranslation('program')
  const format = useFormat()
  const gists = useGists()(version.rules)
  const since = version.startsAt === firstStart ? t('from-first') : t(place === 'next' ? 'from-day' : 'since-day', { day: format.dateTime(version.startsAt) })
  return (
    <UnstyledButton className={styles['version']} aria-current={current} onClick={onLook}>
      <span className={styles['versionHead']}><span>{t('version', { version: version.version })}</span><span className={office['state']} data-tone={{ next: 'soon', now: 'on', past: 'none' }[place]}>{t(`place-${place}`)}</span></span>
      <span className={styles['gist']}>{since}</span>
      <span className={styles['gist']}>{version.rules.on ? gists.earn : t('gist-off')}</span>
    </UnstyledButton>
  )
}
