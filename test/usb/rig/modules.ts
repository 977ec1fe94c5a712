/** Kernel modules in an order in which each finds what it depends on. */

/** Where a module's file is, and what it needs. */
export interface ModuleFile {
  readonly path: string;
  readonly depends: readonly string[];
}

/** Modules have `_` in their names and files sometimes `-`. */
export const moduleName = (fileName: string): string => fileName.replace(/\.ko$/, '').replaceAll('-', '_');

/** Names that a module's file says it depends on: its section .modinfo holds `depends=a,b` between zero bytes. */
export function dependsOf(file: Buffer): string[] {
  const mark = Buffer.from('\0depends=');
  const at = file.indexOf(mark);
  if (at < 0) return [];
  const from = at + mark.length;
  const list = file.toString('latin1', from, file.indexOf(0, from));
  return list === '' ? [] : list.split(',').map(moduleName);
}

/**
 * The wanted modules and all they need, each after what it depends on.
 * @param find undefined for what is built into the kernel
 */
export function loadOrder(wanted: readonly string[], find: (name: string) => ModuleFile | undefined): string[] {
  const seen = new Set<string>();
  const paths: string[] = [];
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const module = find(name);
    if (module === undefined) return;
    for (const needed of module.depends) visit(needed);
    paths.push(module.path);
  };
  wanted.forEach(visit);
  return paths;
}
