import { ItemEditor } from './ItemEditor.tsx'
import { useLineEdits } from './use-line-edits.ts'

/** An unknown code becomes a product on the spot, and goes into the cart. */
export function QuickItem({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { add } = useLineEdits()
  return <ItemEditor id={null} code={code} onClose={onClose} onSaved={(id) => void add(id)} />
}
