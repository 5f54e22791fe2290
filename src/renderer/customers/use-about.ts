import { useAsk } from '../use-call.ts'

/** The group and the type worth saying: everyone's default group and the regular type tell nothing about anybody. */
export function useAbout({ groupName, customerTypeName }: { readonly groupName: string | null; readonly customerTypeName: string | null }): string[] {
  const groups = useAsk('customers/groups', {}, ['customers-changed']).data
  const types = useAsk('customers/types', {}, ['customers-changed']).data
  const isPlain = (name: string) => groups?.some((group) => group.isDefault && group.name === name) || types?.some((type) => type.kind === 'regular' && type.name === name)
  return [groupName, customerTypeName].filter((name): name is string => name !== null && groups !== undefined && types !== undefined && !isPlain(name))
}
