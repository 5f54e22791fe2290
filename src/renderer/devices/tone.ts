// A short tone says from afar whether a scan was taken.
const tones = { yes: { hertz: 1320, ms: 60 }, no: { hertz: 220, ms: 220 } } as const
const volume = 0.08
let context: AudioContext | null = null

/** Sounds where the machine can; a till without a loudspeaker stays silent. */
export function sound(tone: keyof typeof tones): void {
  try {
    context ??= new AudioContext()
    const { hertz, ms } = tones[tone]
    const [source, gain] = [context.createOscillator(), context.createGain()]
    source.frequency.value = hertz
    gain.gain.value = volume
    source.connect(gain).connect(context.destination)
    source.start()
    source.stop(context.currentTime + ms / 1000)
  } catch {
    context = null
  }
}
