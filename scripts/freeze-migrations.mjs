// Run once when a version ships: writes down the hash of every migration, after which a test refuses any change to them.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './install.mjs'

const folder = 'src/main/store/migrations'
const hashes = readdirSync(path.join(root, folder)).sort().map((name) => [`${folder}/${name}`, createHash('sha256').update(readFileSync(path.join(root, folder, name), 'utf8')).digest('hex')])
writeFileSync(path.join(root, 'tests/rules/frozen-migrations.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`)
console.log(`${hashes.length} migrations are frozen.`)
