// How deep the stack can get: call graph from the disassembly, frames from the compiler's .su files.

/**
 * Reads `objdump -d`.
 * @param {string} listing
 * @param {Map<number, string>} [labels] `file:function` by address; without it the name alone
 * @returns {Map<number, { label: string, measured: number, calls: Set<number>, indirect: number }>} functions by address
 */
export function readListing(listing, labels = new Map()) {
  const functions = new Map();
  let at;
  let popped = [];
  for (const line of listing.split('\n')) {
    const head = /^([0-9a-f]{8}) <(.+)>:$/.exec(line);
    if (head !== null) {
      const address = parseInt(head[1], 16);
      at = { label: labels.get(address) ?? head[2], measured: 0, calls: new Set(), indirect: 0 };
      functions.set(address, at);
      popped = [];
      continue;
    }
    const code = /^\s*[0-9a-f]+:\t[0-9a-f ]+\t(\S+)(?:\t([^@;]*))?/.exec(line);
    if (at === undefined || code === null) continue;
    const [, operation, operands = ''] = code;
    // For functions without a .su file: assembly and libraries. Every push and every `sub sp` counts once.
    if (operation === 'push') at.measured += 4 * registers(operands);
    const room = /^sub$/.test(operation) && /^sp, (?:sp, )?#(\d+)/.exec(operands);
    if (room) at.measured += Number(room[1]);
    if (operation === 'pop') popped = operands.match(/r\d+/g) ?? [];
    const target = /^([0-9a-f]+) <[^+>]+>/.exec(operands);
    if (/^(bl|b|b\.n|b\.w|beq\.n|bne\.n)$/.test(operation) && target !== null) at.calls.add(parseInt(target[1], 16));
    const register = /^(blx|bx)$/.test(operation) && /^(r\d+|ip)/.exec(operands)?.[1];
    // `pop {r3}; add sp; bx r3` is how a function with a variable number of arguments returns.
    if (register && !(operation === 'bx' && popped.includes(register))) at.indirect++;
  }
  return functions;
}

/** `push {r4, r5-r7, lr}` pushes five. */
function registers(list) {
  return [...list.matchAll(/r(\d+)-r(\d+)|r\d+|lr|pc|ip/g)].reduce(
    (sum, [, from, to]) => sum + (from === undefined ? 1 : Number(to) - Number(from) + 1),
    0,
  );
}

/** `file:function` without the compiler's `.constprop.0` and the like. */
export function plainLabel(label) {
  const [file, name] = label.includes(':') ? label.split(':') : ['', label];
  return `${file}:${name.replace(/\..*$/, '')}`;
}

/** Frames of .su files: `path/file.c:line:column:function<TAB>bytes<TAB>kind`. The larger one counts where a name comes twice. */
export function readFrames(text) {
  const frames = new Map();
  for (const line of text.split('\n')) {
    const found = /^(?:.*\/)?([^/:]+):\d+:\d+:(\S+)\t(\d+)\t(\S+)/.exec(line);
    if (found === null) continue;
    const [, file, name, bytes, kind] = found;
    if (kind.startsWith('dynamic') && !kind.includes('bounded'))
      throw new Error(`${file}: the frame of ${name} has no bound`);
    const label = plainLabel(`${file}:${name}`);
    frames.set(label, Math.max(frames.get(label) ?? 0, Number(bytes)));
  }
  return frames;
}

/**
 * Deepest path from a function.
 * @param graph of {@link readListing}, with `calls` completed by what indirect calls may reach
 * @param {(label: string) => number | undefined} frameOf
 * @param recursion as in indirect-calls.mjs
 * @returns {(address: number) => { bytes: number, path: { label: string, bytes: number }[] }}
 */
export function depths(graph, frameOf, recursion = []) {
  const component = components(graph);
  const memo = new Map();
  const frame = (address) => frameOf(plainLabel(graph.get(address).label)) ?? graph.get(address).measured;
  const depthOf = (address) => {
    const members = component.get(address);
    if (memo.has(members)) return memo.get(members);
    const labels = members.map((member) => plainLabel(graph.get(member).label));
    const cyclic = members.length > 1 || graph.get(address).calls.has(address);
    const bound = cyclic ? recursion.find(({ member }) => labels.some((label) => member.test(label))) : { depth: 1 };
    if (bound === undefined) throw new Error(`recursion without a bound: ${labels.join(', ')}`);
    // Every member once a level: more than any path through them can take.
    const own = bound.depth * members.reduce((sum, member) => sum + frame(member), 0);
    let below = { bytes: 0, path: [] };
    for (const member of members)
      for (const callee of graph.get(member).calls) {
        if (!graph.has(callee) || members.includes(callee)) continue;
        const deeper = depthOf(callee);
        if (deeper.bytes > below.bytes) below = deeper;
      }
    const label = cyclic
      ? `${labels.length} functions around ${plainLabel(graph.get(address).label)}, ${bound.depth} times`
      : labels[0];
    const result = { bytes: own + below.bytes, path: [{ label, bytes: own }, ...below.path] };
    memo.set(members, result);
    return result;
  };
  return depthOf;
}

/** Strongly connected components (Tarjan): the members' list of each function. */
function components(graph) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const of = new Map();
  const visit = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const next of graph.get(node).calls) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (!of.has(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) !== index.get(node)) return;
    const members = stack.splice(stack.indexOf(node));
    for (const member of members) of.set(member, members);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return of;
}
