import { upload } from '../../api/http';
import { requestOf, type Choices } from './choices';
import type { NamedFile } from './intake';
import type { Applied, Preview } from './wire';

function handedIn(files: NamedFile[], choices: Choices, generation?: number): FormData {
  const form = new FormData();
  form.append('request', new Blob([JSON.stringify(requestOf(choices, generation))], { type: 'application/json' }), 'request.json');
  for (const file of files) form.append('file', file.bytes, file.name);
  return form;
}

export const preview = (files: NamedFile[], choices: Choices, signal: AbortSignal) =>
  upload<Preview>('/api/bank/import-previews', handedIn(files, choices), crypto.randomUUID(), signal);

export const apply = (files: NamedFile[], choices: Choices, generation: number, key: string) =>
  upload<Applied>('/api/bank/imports', handedIn(files, choices, generation), key);
