// The form linter has no command of its own and is written for bundlers: `npm run forms` bundles this file with esbuild and runs it.
import { FormLinter } from '@camunda/form-linting';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve('..', '..', 'forms');
const forms = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.form')).sort();
const problems = forms.flatMap(name => new FormLinter()
  .lint(readFileSync(join(folder, name), 'utf8'))
  .map(({ label, message, category }) => `${name}: ${label}: ${message} (${category})`));

problems.forEach(problem => console.error(problem));
console.log(`${forms.length} forms, ${problems.length} problems`);
process.exitCode = problems.length > 0 || forms.length === 0 ? 1 : 0;
