// Static analysis of the firmware's C: clang-tidy by firmware-host/firmware/.clang-tidy, and cppcheck. `npm run firmware:lint`. Each tool first has to find what is
// wrong with a planted file: a tool that is set up wrongly finds nothing and passes everything. Says so and skips what is not installed.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const firmware = join(root, 'firmware-host/firmware');
const parts = ['boot', 'hal', 'core', 'echo', 'bringup'];
const includes = [...parts, 'gen', 'third-party/nanopb'].map((part) => `-I${part}`);
const sources = parts.flatMap((part) =>
  readdirSync(join(firmware, part))
    .filter((name) => name.endsWith('.c'))
    .map((name) => `${part}/${name}`),
);

/** What is wrong: an index past the end, a null pointer read, a branch twice. */
const PLANTED = `
int planted_sum(int k);
int planted_read(void);
int planted_sum(int k) {
    int values[4] = {1, 2, 3, 4};
    if (k == 1) return values[0];
    else if (k == 2) return values[0];
    return values[4];
}
int planted_read(void) {
    int *nothing = 0;
    return *nothing;
}
`;

const run = (command, args) =>
  new Promise((resolve) =>
    execFile(command, args, { cwd: firmware, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      resolve({
        missing: error?.code === 'ENOENT',
        status: error === null ? 0 : (error.code ?? 1),
        output: `${stdout}${stderr}`.trim(),
      }),
    ),
  );

const cross = await run('arm-none-eabi-gcc', ['-E', '-Wp,-v', '-xc', '/dev/null']);
const library = /^ (\S+arm-none-eabi\/include)$/m.exec(cross.output)?.[1];
const target = ['-std=c11', '--target=arm-none-eabi', '-mcpu=cortex-m0plus', '-mthumb', '-ffreestanding'];

const tools = [
  {
    name: 'clang-tidy',
    install: 'clang-tidy gcc-arm-none-eabi libnewlib-arm-none-eabi',
    version: () => (library === undefined ? undefined : run('clang-tidy', ['--version'])),
    check: (files) =>
      run('clang-tidy', [
        '--quiet',
        '--config-file=.clang-tidy',
        ...files,
        '--',
        ...target,
        '-Wall',
        '-Wextra',
        '-nostdlibinc',
        '-DPB_NO_ERRMSG=1',
        '-isystem',
        library,
        '-isystem',
        'third-party/nanopb',
        ...includes,
      ]),
    finds: [/bugprone-branch-clone/, /clang-analyzer-core\.NullDereference/],
    // It looks at each file by itself; cppcheck at all of them together.
    shares: availableParallelism(),
  },
  {
    name: 'cppcheck',
    install: 'cppcheck',
    version: () => run('cppcheck', ['--version']),
    check: (files) =>
      run('cppcheck', [
        '--quiet',
        '--enable=warning,style,performance,portability',
        '--error-exitcode=1',
        '--inline-suppr',
        '--suppressions-list=cppcheck-suppressions.txt',
        '--suppress=*:gen/*',
        '--suppress=*:third-party/*',
        '--std=c11',
        '-DPB_NO_ERRMSG=1',
        '--platform=arm32-wchar_t4',
        '--template={file}:{line}: {severity}: {message} [{id}]',
        ...includes,
        ...files,
      ]),
    finds: [/arrayIndexOutOfBounds/, /nullPointer/],
  },
];

const scratch = mkdtempSync(join(tmpdir(), 'spindrift-style-'));
const planted = join(scratch, 'planted.c');
writeFileSync(planted, PLANTED);
try {
  const found = await Promise.allSettled(tools.map(look));
  for (const { status, value } of found) if (status === 'fulfilled') console.log(value);
  for (const { status, reason } of found) {
    if (status !== 'rejected') continue;
    console.error(reason.message);
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true });
}

/** @returns what a tool that has nothing to say is told by; throws what it says otherwise */
async function look({ name, install, version, check, finds, shares = 1 }) {
  const found = await version();
  if (found === undefined || found.missing || found.status !== 0)
    return `skipped ${name}: not installed (apt-get install ${install})`;
  const proof = await check([planted]);
  if (proof.status === 0 || !finds.every((what) => what.test(proof.output)))
    throw new Error(`${name} does not find what is wrong with a planted file; it says:\n${proof.output}`);
  const parts = Array.from({ length: shares }, (_, k) => sources.filter((_file, at) => at % shares === k));
  const wrong = (await Promise.all(parts.map(check))).filter(({ status }) => status !== 0);
  if (wrong.length > 0) throw new Error(`${name}:\n${wrong.map(({ output }) => output).join('\n')}`);
  const number = /\d+\.\d+(\.\d+)?/.exec(found.output)?.[0] ?? '';
  return `${name} ${number} has nothing to say of ${sources.length} files`;
}
