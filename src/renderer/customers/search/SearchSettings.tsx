import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { Locked, Section } from '../../ui/Page.tsx'
import { SavedText } from '../../ui/SavedText.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'

const [fewest, most] = [3, 100]
const send = (mostLetters: number) => call('customers/save-search-settings', { requestId: newRequestId(), mostLetters })
const isAllowed = (typed: string): boolean => /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= fewest && Number(typed) <= most

/** From which letter on the search at the top asks for an exact match (S4-06). Saved at once, with Undo. */
export function SearchSettings() {
  const { t } = useTranslation('search')
  const mayEdit = useRights()('edit-shop') === 'yes'
  const { data } = useAsk('customers/search-settings', {}, ['shop-changed'])
  const undo = useAct(send)
  const save = useAct(async (before: number, mostLetters: number) => {
    await send(mostLetters)
    sayToast({ tone: 'done', text: t('saved'), undo: () => void undo.run(before) })
  })
  if (!data) return null
  return (
    <Section title={t('settings')}>
      {!mayEdit && <Locked sentence={t('shop:owner-only')} />}
      <SavedText
        label={t('most-letters')} description={t('most-letters-help')} value={String(data.mostLetters)} most={3} disabled={!mayEdit}
        check={(typed) => (isAllowed(typed) ? undefined : t('scan:from-to', { from: fewest, to: most }))} onSave={(typed) => void save.run(data.mostLetters, Number(typed))}
      />
    </Section>
  )
}
