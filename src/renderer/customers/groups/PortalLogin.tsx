import { Button, PasswordInput, Progress, Switch, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import { useFormat } from '../../format.ts'
import { sayFailure } from '../../words.ts'
import { dropKeys, leastPassword, strengthOf } from './password.ts'
import styles from './Groups.module.css'

type Login = NonNullable<Output<'portal/login'>>
type Props = { readonly customerId: CustomerId; readonly onOpenOther: (id: CustomerId) => void }

/** Advanced > Catalog log-in (S2-11): e-mail or mobile, and a password that staff can set anew and nobody can read. It saves by itself. */
export function PortalLogin(props: Props) {
  const { t } = useTranslation('groups')
  const login = useAsk('portal/login', { customerId: props.customerId }, ['customer-changed'])
  const [editing, edit] = useState(false)
  return (
    <section className={styles['box']} aria-label={t('log-in')}>
      <h3 className={styles['sentence']} style={{ fontSize: '1rem' }}>{t('log-in')}</h3>
      {login.error && <Failure failure={login.error} retry={() => void login.refetch()} />}
      {login.isPending && <Late rows={1} />}
      {login.data !== undefined && !login.error && (editing ? <LoginForm {...props} login={login.data} onDone={() => edit(false)} /> : <LoginLine {...props} login={login.data} onEdit={() => edit(true)} />)}
    </section>
  )
}

function LoginLine({ customerId, login, onEdit }: Props & { readonly login: Login | null; readonly onEdit: () => void }) {
  const { t } = useTranslation('groups')
  const { dateTime } = useFormat()
  const removing = useAct(async () => {
    await call('portal/remove-login', { requestId: newRequestId(), customerId })
    sayToast({ tone: 'done', text: t('log-in-removed') })
  })
  if (!login) return <div className={styles['facts']}><span className={styles['note']}>{t('no-log-in')}</span><Button variant="default" onClick={onEdit}>{t('log-in-set')}</Button></div>
  return (
    <div className={styles['facts']}>
      <span><strong>{login.login}</strong> · {t(`log-in-${login.state}`)}<span className={styles['why']}>{t('log-in-since', { when: dateTime(login.setAt), who: login.setBy ?? '–' })}</span></span>
      <Button variant="default" onClick={onEdit}>{t('log-in-reset')}</Button>
      <Button variant="subtle" color="red" loading={removing.busy} onClick={() => void removing.run()}>{t('log-in-remove')}</Button>
    </div>
  )
}

function LoginForm({ customerId, login, onDone, onOpenOther }: Props & { readonly login: Login | null; readonly onDone: () => void }) {
  const { t } = useTranslation('groups')
  const [form, setForm] = useState({ login: login?.login ?? '', password: '', again: '', active: login?.active ?? true })
  const { errors, taken, save, busy, clear } = useSaving(customerId, login !== null, onDone)
  const change = (part: Partial<typeof form>) => (clear(), setForm({ ...form, ...part }))
  const strength = strengthOf(form.password)
  return (
    <div className={styles['stack']} role="presentation" onKeyDown={(event) => dropKeys(event, () => save(form), onDone)}>
      <TextInput label={t('log-in-name')} description={t('log-in-name-what')} value={form.login} maxLength={254} autoComplete="off" error={errors.login} data-autofocus onChange={(event) => change({ login: event.currentTarget.value })} />
      {taken && <UnstyledButton mih={44} c="var(--accent)" fw={600} onClick={() => onOpenOther(taken.id)}>{t('open-other', { name: taken.name })}</UnstyledButton>}
      <div className={styles['two']}>
        <div>
          <PasswordInput label={t('password')} description={t(login ? 'password-keep' : 'password-what')} value={form.password} maxLength={128} autoComplete="new-password" error={errors.password} visibilityToggleButtonProps={{ 'aria-label': t('show-password') }} onChange={(event) => change({ password: event.currentTarget.value })} />
          {form.password !== '' && <><Progress value={strength.percent} color={strength.tone} size="sm" mt={6} aria-label={t('strength')} /><p className={styles['note']} role="status">{t(`strength-${strength.word}`)}</p></>}
        </div>
        <PasswordInput label={t('confirm-password')} description={t('confirm-what')} value={form.again} maxLength={128} autoComplete="new-password" error={errors.again} visibilityToggleButtonProps={{ 'aria-label': t('show-password') }} onChange={(event) => change({ again: event.currentTarget.value })} />
      </div>
      <Switch label={t('log-in-active')} checked={form.active} onChange={(event) => change({ active: event.currentTarget.checked })} />
      {login && form.password !== '' && <p className={styles['note']}>{t('signed-out')}</p>}
      <div className={styles['feet']}><Button variant="default" onClick={onDone}>{t('ui:cancel')}</Button><Button loading={busy} onClick={() => save(form)}>{t('log-in-save')}</Button></div>
    </div>
  )
}

type Form = { readonly login: string; readonly password: string; readonly again: string; readonly active: boolean }
type Errors = { readonly login?: string; readonly password?: string; readonly again?: string }
function useSaving(customerId: CustomerId, hasOne: boolean, onDone: () => void) {
  const { t } = useTranslation('groups')
  const [errors, setErrors] = useState<Errors>({})
  const [taken, setTaken] = useState<{ readonly id: CustomerId; readonly name: string } | null>(null)
  const act = useAct(async ({ login, password, active }: Form) => {
    await call('portal/set-login', { requestId: newRequestId(), customerId, login: login.trim(), password: password === '' ? null : password, active })
    sayToast({ tone: 'done', text: t('log-in-saved') })
    onDone()
  }, (failure) => {
    const { field, customerId: other, name } = failure.facts
    if (field !== 'login' && field !== 'password') return false
    setErrors({ [field]: sayFailure(failure) })
    if (failure.code === 'login-taken') setTaken({ id: other as CustomerId, name: typeof name === 'string' ? name : '' })
    return true
  })
  const save = (form: Form) => {
    const isShort = Array.from(form.password).length < leastPassword && (form.password !== '' || !hasOne)
    const found: Errors = {
      ...(form.login.trim() === '' ? { login: t('refusals:login-needed') } : {}), ...(isShort ? { password: t('refusals:password-too-short') } : {}),
      ...(form.password === form.again ? {} : { again: t('passwords-differ') }),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) void act.run(form)
  }
  return { errors, taken, save, busy: act.busy, clear: () => (setErrors({}), setTaken(null)) }
}
