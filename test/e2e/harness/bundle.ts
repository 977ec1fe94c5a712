/** Bundling for a page, as whoever uses the package would. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Repository root. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** One bundle. */
export interface Bundle {
  readonly code: string;
  /** Every module that is in it. */
  readonly modules: readonly string[];
  /** What it still imports. */
  readonly imports: readonly string[];
  /** Warnings and errors of the bundler. */
  readonly complaints: readonly string[];
}

/** Bundles a module for Chromium, minified, into one file. */
export async function bundle(entry: string): Promise<Bundle> {
  const complaints: string[] = [];
  const note = (message: string): void => void complaints.push(message);
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    customLogger: {
      info: () => undefined,
      warn: note,
      warnOnce: note,
      error: note,
      clearScreen: () => undefined,
      hasErrorLogged: () => false,
      hasWarned: false,
    },
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      lib: { entry, formats: ['es'], fileName: 'page' },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('the bundler gave nothing');
  const chunks = output.output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
  const [only] = chunks;
  if (!only || chunks.length > 1)
    throw new Error(`one file was expected: ${chunks.map(({ fileName }) => fileName).join(', ')}`);
  return {
    code: only.code,
    modules: Object.keys(only.modules).map((id) => id.replace(root, '')),
    imports: [...only.imports, ...only.dynamicImports],
    complaints,
  };
}
