import { Kbd, Modal, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffered, type Command } from '../commands.ts'
import styles from './CommandBox.module.css'

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Ctrl+K: every command that can be done here, found by typing part of it. */
export function CommandBox({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('help')
  return (
    <Modal opened={opened} onClose={onClose} title={t('commands')} size="md" yOffset="10vh" centered={false} closeButtonProps={{ 'aria-label': t('close') }}>
      <Commands onDone={onClose} />
    </Modal>
  )
}

function Commands({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('help')
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const words = folded(typed).split(/\s+/)
  const found = useOffered().filter(({ label, when }) => when !== false && words.every((word) => folded(label).includes(word)))
  const run = (command: Command | undefined) => {
    if (!command) return
    onDone()
    window.setTimeout(command.do)
  }
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter') run(found[at])
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }
  const type = (event: React.ChangeEvent<HTMLInputElement>) => {
    setTyped(event.currentTarget.value)
    setAt(0)
  }
  return (
    <>
      <TextInput data-autofocus aria-label={t('commands')} placeholder={t('command-hint')} value={typed} onChange={type} onKeyDown={press} />
      <ul className={styles['list']} aria-label={t('commands')}>
        {found.map((command, row) => (
          <li key={command.name}>
            <UnstyledButton className={styles['row']} data-at={row === at} onClick={() => run(command)}><span>{command.label}</span>{command.key && <Kbd>{command.key}</Kbd>}</UnstyledButton>
          </li>
        ))}
        {found.length === 0 && <li className={styles['none']}>{t('no-command')}</li>}
      </ul>
    </>
  )
}
