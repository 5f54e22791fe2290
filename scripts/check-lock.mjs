// Is the lock whole? Some registries lack the newest build of a native tool for other systems; npm then drops it from the lock without a word,
// and `npm ci` fails there: "Missing: @oxlint/binding-win32-x64-msvc@ from lock file".
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where Node would look for a package from here, nearest first. */
function* placesFor(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    yield at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (at === '') return
  }
}

/** Every optional package that an entry names and the lock lacks, and every entry without version or integrity. */
export function problemsOf(lock) {
  const problems = []
  for (const [at, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (![...placesFor(at, name)].some((place) => place in lock.packages)) problems.push(`${at || 'package.json'} names ${name}, and the lock does not have it`)
    }
    if (at !== '' && !entry.link && (!entry.version || !entry.integrity)) problems.push(`${at} has no version or no integrity`)
  }
  return problems
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
  const problems = problemsOf(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')))
  for (const problem of problems) console.error(problem)
  console.log(problems.length === 0 ? 'The lock is whole.' : 'The lock is not whole: pin the named packages to a version that exists for every system, and run npm install.')
  process.exitCode = problems.length === 0 ? 0 : 1
}
