import { useTranslation } from 'react-i18next'
import { useMergeText, type Preview } from './merge-text.ts'

/** What goes over, and what may be sent to the one that stays. */
export function MergeFacts({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('merge')
  const { holdsText } = useMergeText()
  const { consents, holds } = preview
  return (
    <tbody data-facts>
      <tr><th scope="row">{t('will-move')}</th><td>{t('has-is', { what: holdsText(holds.keep) || t('nothing-moves') })}</td><td><strong>{holdsText(holds.gone) || t('nothing-moves')}</strong></td></tr>
      {consents.length > 0 && (
        <tr>
          <th scope="row">{t('consent')}</th>
          <td colSpan={2}>
            {t('strictest-is', { what: consents.map(({ channel, type, after }) => t('consent-cell', { type: t(`type-${type}`), channel: t(`channel-${channel}`), state: after ? t('on') : t('off') })).join(' · ') })}
          </td>
        </tr>
      )}
    </tbody>
  )
}
