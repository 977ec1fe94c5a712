/** A file that a person chose. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Gives a person a file of bytes, as a download. */
export function saveBytes(bytes: Uint8Array, name: string, type = 'application/octet-stream'): void {
  // A copy of its own: what came over the wire is a view of a larger buffer.
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Gives a person a text file. */
export function saveText(text: string, name: string, type = 'text/plain'): void {
  saveBytes(new TextEncoder().encode(text), name, type);
}

/** Lets a person choose a file. @param accept endings: `.uf2` @returns nothing where none was chosen */
export function chooseFile(accept: string): Promise<ChosenFile | undefined> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('cancel', () => resolve(undefined));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(undefined);
      else file.arrayBuffer().then((buffer) => resolve({ name: file.name, bytes: new Uint8Array(buffer) }), reject);
    });
    input.click();
  });
}
