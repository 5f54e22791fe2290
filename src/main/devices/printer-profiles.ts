import bixolonSrp350 from '../../../resources/printers/bixolon-srp-350.json' with { type: 'json' }
import bixolonSrp350iii from '../../../resources/printers/bixolon-srp-350iii.json' with { type: 'json' }
import citizenCtS310ii from '../../../resources/printers/citizen-ct-s310ii.json' with { type: 'json' }
import epsonTmT20 from '../../../resources/printers/epson-tm-t20.json' with { type: 'json' }
import epsonTmT88 from '../../../resources/printers/epson-tm-t88.json' with { type: 'json' }
import generic58 from '../../../resources/printers/generic-58.json' with { type: 'json' }
import generic80 from '../../../resources/printers/generic-80.json' with { type: 'json' }
import pos5890 from '../../../resources/printers/pos-5890.json' with { type: 'json' }
import starTspEscPos from '../../../resources/printers/star-tsp-esc-pos.json' with { type: 'json' }
import starTspLine from '../../../resources/printers/star-tsp-line.json' with { type: 'json' }
import { printerProfile, type PrinterProfile } from './printer-profile.ts'

const files: readonly unknown[] = [epsonTmT20, epsonTmT88, starTspEscPos, starTspLine, citizenCtS310ii, bixolonSrp350, bixolonSrp350iii, pos5890, generic80, generic58]

/** Every printer model we know. They are imported, so that the packaged register carries them like its code. */
export const profiles: readonly PrinterProfile[] = files.map((file) => printerProfile.parse(file))

export const profileNamed = (id: string): PrinterProfile | undefined => profiles.find((profile) => profile.id === id)
