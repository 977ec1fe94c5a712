// What the firmware takes: the deepest path on the stack, in the main program and on top of it in an interrupt, against the room that the linker leaves; and who
// has the RAM. `npm run firmware:report [-- --json] [-- --application NAME]`. Fails when the stack can get deeper than its room, when a call through a pointer is not in
// scripts/lib/indirect-calls.mjs, or when a recursion has no bound. `--listing FILE --frames FILE --room BYTES --roots a,b` judges files instead of a build.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFirmware, compilerVersion } from './lib/firmware-build.mjs';
import { entries, indirectCalls, recursion } from './lib/indirect-calls.mjs';
import { root } from './lib/root.mjs';
import { depths, plainLabel, readFrames, readListing } from './lib/stack-depth.mjs';

/** What the core pushes at an exception: eight words, and one to align them (ARMv6-M reference manual, B1.5.6). */
const EXCEPTION_BYTES = 36;
const text = { type: 'string' };
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    application: { ...text, default: 'product' },
    listing: text,
    frames: text,
    room: text,
    roots: text,
  },
});

try {
  const report = values.listing === undefined ? reportBuild() : reportFiles();
  if (report === undefined)
    console.log('skipped: no arm-none-eabi-gcc (apt-get install gcc-arm-none-eabi libnewlib-arm-none-eabi)');
  else {
    console.log(values.json ? JSON.stringify(report, null, 2) : describe(report));
    if (report.stack.bytes > report.stack.room)
      throw new Error(`the stack can take ${report.stack.bytes} bytes and has ${report.stack.room}`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

function reportFiles() {
  const graph = readListing(readFileSync(values.listing, 'utf8'));
  // A listing by itself does not say in which file a function is.
  const frames = [...readFrames(readFileSync(values.frames, 'utf8'))];
  const byName = new Map(frames.map(([label, bytes]) => [`:${label.split(':')[1]}`, bytes]));
  const [main, ...interrupts] = values.roots.split(',');
  return {
    stack: judge(graph, byName, Number(values.room), main, interrupts),
  };
}

function reportBuild() {
  if (compilerVersion() === undefined) return undefined;
  const out = mkdtempSync(join(tmpdir(), 'spindrift-report-'));
  try {
    const { elf } = buildFirmware({
      folder: join(root, 'firmware-host/firmware'),
      application: values.application,
      out,
    });
    const symbols = readSymbols(tool('readelf', '-sW', elf));
    const labels = new Map(
      symbols.filter(({ type }) => type === 'FUNC').map(({ address, label }) => [address & ~1, label]),
    );
    const graph = readListing(tool('objdump', '-d', elf), labels);
    const su = readdirSync(out, { recursive: true }).filter((name) => name.endsWith('.su'));
    const frames = readFrames(su.map((name) => readFileSync(join(out, name), 'utf8')).join('\n'));
    const taken = addressesTaken(tool('objdump', '-s', '-j', '.image', elf), graph);
    const interrupts = [...graph.values()].map(({ label }) => label).filter((label) => /:irq_/.test(label));
    const room = symbols.find(({ name }) => name === '__stack_size').address;
    return {
      stack: judge(graph, frames, room, 'start', interrupts, taken),
      ram: ramMap(tool('size', '-A', elf), symbols),
    };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** @param taken functions whose address stands in the image, where that is known */
function judge(graph, frames, room, mainName, interruptNames, taken = []) {
  const reached = new Set();
  const indirect = [];
  for (const node of graph.values()) {
    if (node.indirect === 0) continue;
    const label = plainLabel(node.label);
    if (entries.test(label) || /^:?boot2$/.test(label)) continue;
    const entry = indirectCalls.find(({ from }) => from.test(label));
    if (entry === undefined)
      throw new Error(`${label} calls through a pointer, and scripts/lib/indirect-calls.mjs does not say whom`);
    const targets = [...graph].filter(([, target]) => entry.to.test(plainLabel(target.label)));
    for (const [address, target] of targets) {
      node.calls.add(address);
      reached.add(target);
    }
    indirect.push({ caller: label, calls: node.indirect, why: entry.why, targets: targets.length });
  }
  const lost = taken.filter((node) => !reached.has(node) && !entries.test(plainLabel(node.label)));
  if (lost.length > 0)
    throw new Error(
      `no entry of scripts/lib/indirect-calls.mjs reaches ${lost.map(({ label }) => label).join(', ')}, whose address is taken`,
    );

  const depthOf = depths(graph, (label) => frames.get(label), recursion);
  const named = (name) => {
    const found = [...graph].find(([, { label }]) => label === name || label.endsWith(`:${name}`));
    if (found === undefined) throw new Error(`there is no function ${name}`);
    return found[0];
  };
  const main = depthOf(named(mainName));
  const interrupts = interruptNames
    .map((name) => ({ name, ...depthOf(named(name)) }))
    .sort((a, b) => b.bytes - a.bytes);
  const worst = interrupts[0] ?? { bytes: 0, path: [] };
  // Handlers have one priority and so do not interrupt each other.
  const bytes = main.bytes + (interrupts.length > 0 ? EXCEPTION_BYTES + worst.bytes : 0);
  return { bytes, room, main, interrupt: worst, exceptionBytes: EXCEPTION_BYTES, indirect };
}

/** Functions whose address (with the Thumb bit) is a word of the image. */
function addressesTaken(dump, graph) {
  const found = new Set();
  for (const line of dump.split('\n')) {
    const words = /^ [0-9a-f]{8} ((?:[0-9a-f]{8} ?){1,4})/.exec(line)?.[1].trim().split(' ') ?? [];
    for (const word of words) {
      const value = Buffer.from(word, 'hex').readUInt32LE();
      const node = (value & 1) === 1 ? graph.get(value - 1) : undefined;
      // Not the vector table itself, which begins the image.
      if (node?.label.includes(':')) found.add(node);
    }
  }
  return [...found];
}

/** Symbols with the file they come from; the linker lists a file before its local symbols, and global ones last. */
function readSymbols(listing) {
  let file = '';
  const local = new Map();
  const symbols = [];
  for (const line of listing.split('\n')) {
    const [, value, size, type, bind, , , name] = line.trim().split(/\s+/);
    if (type === 'FILE') file = name.replace(/\.o$/, '');
    if (name === undefined || name.startsWith('$') || !/^[0-9a-f]{8}$/.test(value)) continue;
    if (bind === 'LOCAL') local.set(name, file);
    symbols.push({
      name,
      type,
      bind,
      address: parseInt(value, 16),
      size: Number(size),
      file: bind === 'LOCAL' ? file : '',
    });
  }
  const home = homesOfGlobals();
  return symbols.map((symbol) => ({
    ...symbol,
    label: `${symbol.file || (home.get(symbol.name) ?? '')}:${symbol.name}`,
  }));
}

/** Files of functions that are seen everywhere, from the sources: `name(` at the beginning of a line that ends in `{`. */
function homesOfGlobals() {
  const folder = join(root, 'firmware-host/firmware');
  const homes = new Map();
  const others = ['test', 'echo', 'bringup', 'core'].filter((part) => part !== applicationFolder());
  for (const path of readdirSync(folder, { recursive: true })) {
    if (!path.endsWith('.c') || others.includes(path.split('/')[0])) continue;
    const base = path.slice(path.lastIndexOf('/') + 1);
    for (const [, name] of readFileSync(join(folder, path), 'utf8').matchAll(
      /^(?!static )[a-z][^\n;=(]*?[ *](\w+)\([^;{]*\)\s*\{/gm,
    ))
      homes.set(name, base);
  }
  return homes;
}

/** The folder that only this application is made of. */
function applicationFolder() {
  return values.application === 'product' ? 'core' : values.application;
}

function ramMap(sizes, symbols) {
  const sections = [...sizes.matchAll(/^\.(image|bss)\s+(\d+)/gm)].map(([, name, bytes]) => ({
    name,
    bytes: Number(bytes),
  }));
  const largest = symbols
    .filter(({ type, address }) => type === 'OBJECT' && address >= 0x20000000)
    .sort((a, b) => b.size - a.size)
    .slice(0, 12)
    .map(({ label, size }) => ({ label, bytes: size }));
  return { bytes: 256 * 1024, sections, largest };
}

function tool(name, ...args) {
  const { status, stdout, stderr } = spawnSync(`arm-none-eabi-${name}`, args, { encoding: 'utf8', maxBuffer: 1 << 27 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function describe({ stack, ram }) {
  const line = ({ label, bytes }) => `  ${String(bytes).padStart(6)}  ${label}`;
  return [
    `stack: at most ${stack.bytes} of ${stack.room} bytes`,
    `main program, ${stack.main.bytes} bytes:`,
    ...stack.main.path.map(line),
    `interrupt on top of it, ${stack.exceptionBytes} bytes by the chip and ${stack.interrupt.bytes}:`,
    ...stack.interrupt.path.map(line),
    `calls through pointers:`,
    ...stack.indirect.map(({ caller, why, targets }) => `  ${caller} (${why}): ${targets} functions`),
    ...(ram === undefined
      ? []
      : [
          `RAM, of ${ram.bytes} bytes:`,
          ...ram.sections.map(({ name, bytes }) => line({ label: `.${name}`, bytes })),
          'largest objects:',
          ...ram.largest.map(line),
        ]),
  ].join('\n');
}
