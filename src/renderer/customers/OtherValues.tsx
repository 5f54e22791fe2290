import { useTranslation } from 'react-i18next'
import type { CustomerTypeId, GroupId, PlainDate } from '../../main/vocabulary.ts'
import { useAsk } from '../use-call.ts'
import { useDates } from '../ui/DateField.tsx'
import { InPlace } from '../ui/InPlace.tsx'
import { ageOn } from '../ui/read-date.ts'
import type { Card } from './card.ts'
import { useVeiled } from '../use-sight.ts'
import { useChange } from './use-change.ts'

/** Birth date, group, type, tags and notes. */
export function OtherValues({ card }: { readonly card: Card }) {
  const { t } = useTranslation(['profile', 'roles'])
  const veiled = useVeiled()
  const { customer } = card
  const change = useChange(card)
  const tags = [...customer.tags]
  const tagsOf = (typed: string) => typed.split(',').map((tag) => tag.trim()).filter(Boolean).slice(0, 50)
  return (
    <>
      {customer.type === 'personal' && <BirthDate card={card} />}
      <Choices card={card} />
      <InPlace label={t('tags')} value={tags.join(', ')} add={t('add-tags')} most={2000} onSave={(typed) => change({ tags: tagsOf(typed) }, { tags }, t('tags'))} />
      <InPlace kind="lines" label={t('notes')} value={customer.notes} add={veiled.includes('notes') ? t('roles:answer-hidden') : t('add-notes')} most={4000} onSave={(notes) => change({ notes }, { notes: customer.notes }, t('notes'))} />
    </>
  )
}

function BirthDate({ card }: { readonly card: Card }) {
  const { t } = useTranslation(['profile', 'roles'])
  const veiled = useVeiled()
  const { t: say } = useTranslation('refusals')
  const { read, short, inWords, today } = useDates()
  const change = useChange(card)
  const { birthDate } = card.customer
  const told = (date: PlainDate) => t('form:born', { day: inWords(date), age: ageOn(date, today) })
  const echo = (typed: string) => {
    const date = read.birth(typed)
    return date && date <= today ? told(date) : undefined
  }
  const check = (typed: string) => {
    const date = read.birth(typed)
    return typed === '' || (date && date <= today) ? undefined : say(date ? 'birth-date-future' : 'bad-date')
  }
  return (
    <InPlace
      label={t('birth-date')} value={birthDate ? short(birthDate) : ''} shown={birthDate && told(birthDate)} add={veiled.includes('birthDate') ? t('roles:answer-hidden') : t('add-birth-date')} most={40} check={check} echo={echo}
      onSave={(typed) => change({ birthDate: typed === '' ? null : read.birth(typed) }, { birthDate }, t('birth-date'))}
    />
  )
}

function Choices({ card }: { readonly card: Card }) {
  const { t } = useTranslation('profile')
  const change = useChange(card)
  const { groupId, groupName, customerTypeId, customerTypeName } = card.customer
  const groups = useAsk('customers/groups', {}, ['customers-changed']).data ?? []
  const types = useAsk('customers/types', {}, ['customers-changed']).data ?? []
  const choices = (list: readonly { readonly id: string; readonly name: string }[]) => [{ value: '', label: t('form:none') }, ...list.map(({ id, name }) => ({ value: id, label: name }))]
  const idOf = <T extends string>(typed: string) => (typed === '' ? null : (typed as T))
  return (
    <>
      <InPlace kind="choice" label={t('group')} value={groupId ?? ''} shown={groupName} add={t('choose-group')} choices={choices(groups)} onSave={(typed) => change({ groupId: idOf<GroupId>(typed) }, { groupId }, t('group'))} />
      <InPlace kind="choice" label={t('customer-type')} value={customerTypeId ?? ''} shown={customerTypeName} add={t('choose-type')} choices={choices(types)} onSave={(typed) => change({ customerTypeId: idOf<CustomerTypeId>(typed) }, { customerTypeId }, t('customer-type'))} />
    </>
  )
}
