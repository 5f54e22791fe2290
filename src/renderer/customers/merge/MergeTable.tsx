import { Button } from '@mantine/core'
import { useId, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../format.ts'
import styles from './merge.module.css'
import { MergeFacts } from './MergeFacts.tsx'
import { useMergeText, type Choice, type One, type Preview } from './merge-text.ts'
import type { PairState } from './use-pair.ts'

type Side = 'keep' | 'gone'
type Props = { readonly preview: Preview; readonly state: PairState }

/** What differs stands first: there is something to choose. */
const isOpen = (choice: Choice): boolean => (choice.kind === 'one' ? choice.differs : choice.values.some(({ of }) => of !== 'both'))

/** Both records side by side: one line for each field, a radio for what there is one of, ticks for what there may be several of. */
export function MergeTable({ preview, state }: Props) {
  const { t } = useTranslation('merge')
  const rowOf = (choice: Choice) =>
    (choice.kind === 'one' ? <OneRow key={choice.field} choice={choice} preview={preview} state={state} /> : <ManyRow key={choice.field} choice={choice} preview={preview} state={state} />)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrows between the fields of the table, wherever in it the focus is
    <table className={styles['table']} onKeyDown={walk}>
      <thead><tr><th scope="col" className={styles['field']}>{t('field')}</th><Head preview={preview} side="keep" state={state} /><Head preview={preview} side="gone" state={state} /></tr></thead>
      <tbody>
        {preview.keep.status !== preview.gone.status && <tr><th scope="row">{t('status')}</th><td>{t(`status-${preview.keep.status}`)}</td><td>{t(`status-${preview.gone.status}`)}</td></tr>}
        {preview.fields.filter(isOpen).map(rowOf)}
        {preview.keep.hasPhoto && preview.gone.hasPhoto && <PhotoRow preview={preview} state={state} />}
      </tbody>
      <MergeFacts preview={preview} />
      <tbody>{preview.fields.filter((choice) => !isOpen(choice)).map(rowOf)}</tbody>
    </table>
  )
}

function Head({ preview, side, state }: Props & { readonly side: Side }) {
  const { t } = useTranslation('merge')
  const { date } = useFormat()
  const person = preview[side]
  return (
    <th scope="col">
      <div className={styles['side']}>
        <span><span className={styles['code']}>{side === 'keep' ? t('kept', { code: person.code }) : t('goes', { code: person.code })}</span><br /><span className="muted">{person.name}, {t('since', { when: date(person.madeAt) })}</span></span>
        {side === 'gone' && preview.kind === 'merge' && !preview.refused && <Button variant="default" onClick={() => state.keep(person.id)}>{t('keep-this')}</Button>}
      </div>
    </th>
  )
}

function OneRow({ choice, preview, state }: Props & { readonly choice: One }) {
  const { t } = useTranslation('merge')
  const { fieldName, valueOf } = useMergeText()
  const name = useId()
  const side = state.chosen.picks[choice.field] ?? choice.pick
  const pick = (picked: Side) => state.choose((before) => ({ ...before, picks: { ...before.picks, [choice.field]: picked } }))
  return (
    <tr data-row>
      <th scope="row">{fieldName(choice)}{choice.differs && <span className={styles['differs']}>{t('differs')}</span>}</th>
      {(['keep', 'gone'] as const).map((each) => {
        const value = valueOf(choice, each)
        const label = t('pick', { field: fieldName(choice), code: preview[each].code, value: value === '' ? t('nothing') : value })
        const shown = !choice.differs && each === 'gone' ? t('same') : value === '' ? t('nothing') : value
        return (
          <td key={each}>
            <label className={styles['pick']} data-fixed={!choice.differs}>
              {choice.differs && <input type="radio" name={name} data-side={each} aria-label={label} checked={side === each} onChange={() => pick(each)} />}<span>{shown}</span>
            </label>
          </td>
        )
      })}
    </tr>
  )
}

function ManyRow({ choice, preview, state }: Props & { readonly choice: Extract<Choice, { kind: 'many' }> }) {
  const { t } = useTranslation('merge')
  const { fieldName } = useMergeText()
  const isTaken = ({ key, taken }: (typeof choice.values)[number]) => (taken || state.chosen.taken.includes(key)) && !state.chosen.left.includes(key)
  const tick = (key: string, on: boolean) => state.choose((before) => ({ ...before, left: [...before.left.filter((each) => each !== key), ...(on ? [] : [key])], taken: on ? [...before.taken, key] : before.taken }))
  return (
    <tr data-row>
      <th scope="row">{fieldName(choice)}{choice.values.some(({ of }) => of !== 'both') && <span className={styles['differs']}>{t('differs')}</span>}</th>
      {(['keep', 'gone'] as const).map((side) => (
        <td key={side}>
          {choice.values.filter(({ of }) => of === side || (of === 'both' && side === 'keep')).map((each) => (
            <label key={each.key} className={styles['pick']}>
              <input type="checkbox" data-side={side} aria-label={`${fieldName(choice)}: ${String(each.value as string)} (${each.of === 'both' ? t('of-both') : t('of-keep', { code: preview[side].code })})`} checked={isTaken(each)} onChange={(event) => tick(each.key, event.currentTarget.checked)} />
              <span>{String(each.value as string)}{each.of === 'both' && <span className="muted"> · {t('of-both')}</span>}</span>
            </label>
          ))}
          {choice.values.every(({ of }) => of !== side && (of === 'gone' || side === 'gone')) && <span className={styles['pick']} data-fixed="true">{choice.values.some(({ of }) => of === 'both') ? t('same') : t('nothing')}</span>}
        </td>
      ))}
    </tr>
  )
}

function PhotoRow({ preview, state }: Props) {
  const { t } = useTranslation('merge')
  const name = useId()
  const side = state.chosen.photo ?? 'keep'
  return (
    <tr data-row>
      <th scope="row">{t('photo')}</th>
      {(['keep', 'gone'] as const).map((each) => (
        <td key={each}><label className={styles['pick']}><input type="radio" name={name} data-side={each} aria-label={t('pick', { field: t('photo'), code: preview[each].code, value: t('has-photo') })} checked={side === each} onChange={() => state.choose((before) => ({ ...before, photo: each }))} /><span>{t('has-photo')}</span></label></td>
      ))}
    </tr>
  )
}

/** Left and Right choose the side of a field, Down and Up go to the next one. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const input = event.target instanceof HTMLInputElement ? event.target : null
  if (!input || !['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp'].includes(event.key)) return
  event.preventDefault()
  const sideways = event.key === 'ArrowLeft' ? 'keep' : event.key === 'ArrowRight' ? 'gone' : null
  const row = input.closest('tr')
  if (sideways) {
    const there = row?.querySelector<HTMLInputElement>(`input[data-side='${sideways}']`)
    there?.focus()
    if (there?.type === 'radio') there.click()
    return
  }
  const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input')].filter((each) => each.type === 'checkbox' || each.checked || each === input)
  inputs[inputs.indexOf(input) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}
