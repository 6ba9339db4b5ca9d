/** In the terminal a file is written under the data folder, for the operator's own account alone. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeliverFile } from './deliver-file.ts';
import { wording } from './wording.ts';

/** Whatever a name is made of, it stays one file of the folder. */
const plain = (name: string): string => name.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_');

export function saveFile(dataDir: string): DeliverFile {
  return async ({ name, bytes }, { actor }) => {
    const folder = join(dataDir, 'files', plain(actor.personId ?? 'guest'));
    const path = join(folder, plain(name));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(`${path}.new`, bytes, { mode: 0o600 });
    await rename(`${path}.new`, path);
    return wording.saved(name, path);
  };
}
