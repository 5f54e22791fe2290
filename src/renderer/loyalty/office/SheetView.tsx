import type { Output } from '../../../main/handlers.ts'

type Page = NonNullable<Output<'loyalty/preview-sheet'>['page']>
type Mark = Page['marks'][number]
const anchors = { left: 'start', centre: 'middle', right: 'end' } as const

/** A sheet as it will come out of the printer, from the same marks the PDF is drawn from. Paper is white in both themes. */
export function SheetView({ page, label }: { readonly page: Page; readonly label: string }) {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${page.widthPt} ${page.heightPt}`} style={{ aspectRatio: `${page.widthPt} / ${page.heightPt}` }} data-sheet>
      {page.marks.map((mark, at) => <Drawn key={at} mark={mark} />)}
    </svg>
  )
}

function Drawn({ mark }: { readonly mark: Mark }) {
  if (mark.kind === 'dark') return <path fill="#000000" d={mark.boxes.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h${-width}z`).join('')} />
  if (mark.kind === 'rule') return <line stroke="#555555" strokeWidth="0.6" x1={mark.from[0]} y1={mark.from[1]} x2={mark.to[0]} y2={mark.to[1]} />
  const x = mark.xPt + (mark.align === 'left' ? 0 : mark.align === 'right' ? mark.widthPt : mark.widthPt / 2)
  return <text fill="#000000" x={x} y={mark.yPt + mark.sizePt} fontSize={mark.sizePt} fontWeight={mark.bold ? 700 : 400} textAnchor={anchors[mark.align]}>{cutTo(mark.text, mark.widthPt / (mark.sizePt * (mark.bold ? 0.6 : 0.55)))}</text>
}
const cutTo = (text: string, letters: number): string => (text.length <= letters ? text : `${text.slice(0, Math.floor(letters) - 1)}…`)
