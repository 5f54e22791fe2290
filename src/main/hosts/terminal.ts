import { createInterface } from 'node:readline'

const barWidth = 30

/** One line of the terminal that fills up; where the output is not a terminal, one line for each step. */
export function progressBar(out: NodeJS.WriteStream) {
  let lastStep = ''
  return (done: number, total: number, step: string): void => {
    const share = total > 0 ? Math.min(1, done / total) : 1
    if (out.isTTY) out.write(`\r  ${'█'.repeat(Math.round(share * barWidth)).padEnd(barWidth, '░')} ${String(Math.round(share * 100)).padStart(3)} %  ${step.padEnd(12)}${step === 'done' ? '\n' : ''}`)
    else if (step !== lastStep) out.write(`Making the demo shop: ${step}\n`)
    lastStep = step
  }
}

/** Enter in the terminal, or SIGUSR2 where there are signals (SIGUSR1 is Node's own, for its debugger). */
export function onAskForAddress(tell: () => void): void {
  if (process.stdin.isTTY) createInterface({ input: process.stdin }).on('line', tell)
  if (process.platform !== 'win32') process.on('SIGUSR2', tell)
}
