// Follows every relative link and image of every Markdown file, with its #heading, and fails on the first that leads nowhere.
// Links to the web are not followed: a check that needs the network fails for reasons that are not ours.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { repositoryFiles } from './lib/files.mjs';
import { root } from './lib/root.mjs';

const pages = repositoryFiles().filter((path) => path.endsWith('.md'));
const problems = [];
let links = 0;
for (const page of pages) {
  for (const target of targetsOf(readFileSync(join(root, page), 'utf8'))) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) continue;
    links++;
    const problem = follow(page, target);
    if (problem) problems.push(`${page}: ${target}: ${problem}`);
  }
}
for (const problem of problems) console.error(problem);
console.log(`${links} links in ${pages.length} pages`);
process.exit(problems.length ? 1 : 0);

function follow(page, target) {
  const [path, anchor] = target.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)));
  const absolute = join(root, file);
  if (relative(root, absolute).startsWith('..')) return 'leads out of the repository';
  if (!existsSync(absolute)) return 'no such file';
  if (anchor && statSync(absolute).isFile() && file.endsWith('.md')) {
    if (!headingsOf(readFileSync(absolute, 'utf8')).has(anchor)) return 'no such heading';
  }
  return undefined;
}

/** Link targets outside code: inline links and images, reference definitions, and the src and href of inline HTML. */
function targetsOf(markdown) {
  const text = withoutCode(markdown);
  return [
    ...[...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map((m) => m[1]),
    ...[...text.matchAll(/^\s{0,3}\[[^\]]+\]:\s+(\S+)/gm)].map((m) => m[1]),
    ...[...text.matchAll(/<(?:img|a|source)\b[^>]*?\b(?:src|href|srcset)="([^"]+)"/g)].map((m) => m[1]),
  ];
}

/** Anchors as GitHub makes them: lower case, punctuation dropped, spaces to hyphens, repeats numbered. */
function headingsOf(markdown) {
  const anchors = new Set();
  for (const [, title] of withoutFences(markdown).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const base = title
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    let anchor = base;
    for (let n = 1; anchors.has(anchor); n++) anchor = `${base}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

function withoutFences(markdown) {
  return markdown.replace(/^(\s*)(```+|~~~+)[^\n]*\n[\s\S]*?^\s*\2\s*$/gm, '');
}

function withoutCode(markdown) {
  return withoutFences(markdown).replace(/`[^`\n]*`/g, '');
}
