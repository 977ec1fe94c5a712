// Makes docs/protocol.md from the descriptor image of the schema: the comments in the .proto files are its source.

const LABEL_REPEATED = 'LABEL_REPEATED';

/** The page as Markdown. `image` is a FileDescriptorSet in JSON, with source code info. */
export function protocolPage(image) {
  const order = ['envelope', 'link', 'board', 'array', 'tile', 'calibration', 'pins'];
  const files = image.file
    .filter((file) => file.package === 'spindrift.v1')
    .sort((a, b) => order.indexOf(stem(a)) - order.indexOf(stem(b)));
  const out = [HEAD.trim(), ''];
  for (const file of files) out.push(...filePart(file));
  return `${out.join('\n').trimEnd()}\n`;
}

function filePart(file) {
  const comments = new Map();
  for (const location of file.sourceCodeInfo?.location ?? []) {
    const text = [...(location.leadingDetachedComments ?? []), location.leadingComments ?? ''].join(' ');
    if (text.trim()) comments.set((location.path ?? []).join('.'), squeeze(text));
  }
  const out = [`## ${stem(file)}.proto`, ''];
  const intro = comments.get('12'); // field 12 of FileDescriptorProto: the syntax line, which the file's comment stands above
  if (intro) out.push(intro, '');
  (file.enumType ?? []).forEach((type, i) => {
    out.push(
      `### enum ${type.name}`,
      '',
      comments.get(`5.${i}`) ?? '',
      '',
      '| value | name | meaning |',
      '|---|---|---|',
    );
    type.value.forEach((value, k) => {
      out.push(`| ${value.number ?? 0} | \`${value.name}\` | ${cell(comments.get(`5.${i}.2.${k}`))} |`);
    });
    out.push('');
  });
  (file.messageType ?? []).forEach((type, i) => {
    out.push(`### ${type.name}`, '', comments.get(`4.${i}`) ?? '', '');
    if (!type.field?.length) {
      out.push('No fields.', '');
      return;
    }
    out.push('| # | field | type | meaning |', '|---|---|---|---|');
    type.field.forEach((field, k) => {
      out.push(`| ${field.number} | \`${field.name}\` | ${typeName(field)} | ${cell(comments.get(`4.${i}.2.${k}`))} |`);
    });
    out.push('');
  });
  return out;
}

function typeName(field) {
  const name = field.typeName
    ? field.typeName.replace('.spindrift.v1.', '')
    : field.type.replace('TYPE_', '').toLowerCase();
  return field.label === LABEL_REPEATED ? `repeated ${name}` : name;
}

const stem = (file) => file.name.replace(/^.*\//, '').replace('.proto', '');
const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
const cell = (text) => (text ?? '').replaceAll('|', '\\|');

const HEAD = `
# The wire protocol

*Generated from the comments in \`proto/spindrift/v1/*.proto\` by \`npm run proto\`; do not edit.*

A board is defined by what it answers on this link and by nothing else: a real board, the firmware in the emulator and the behavioural simulator
speak it alike.

## Frames

Everything travels in frames: a 12-byte little-endian header, then the payload.

| offset | size | field | value |
|---|---|---|---|
| 0 | 2 | magic | \`53 44\` ("SD") |
| 2 | 1 | type | 1 control host to device (\`HostToDevice\`), 2 control device to host (\`DeviceToHost\`), 3 data (both ways), 4 pad (ignored) |
| 3 | 1 | flags | 0; unknown bits are ignored |
| 4 | 3 | length | payload bytes, 0 to 65 536 |
| 7 | 1 | header check | CRC-8 (polynomial 0x07, initial value 0, not reflected) over bytes 0 to 6 |
| 8 | 4 | CRC-32 | zlib's, over bytes 0 to 7, then the payload |
| 12 | n | payload | |

A receiver that finds a bad header or CRC advances **one** byte and hunts for the next magic. After 64 CRC failures without a good frame it closes the
link. Example frames are in \`proto/golden-frames.json\`.

The payload of a data frame is one block of a stream: a 16-byte header, then at most 65 520 data bytes.

| offset | size | field | meaning |
|---|---|---|---|
| 0 | 4 | stream_id | the id of the request that opened the stream |
| 4 | 4 | seq | block number from 0, wraps; counts dropped blocks too, so a gap is a loss |
| 8 | 4 | t_us | board clock when the first sample of the block was taken; wraps after 71.6 min |
| 12 | 2 | flags | bit 0 END, 1 GAP (blocks were dropped just before), 2 NOT_ENTROPY, 3 UNHEALTHY, 4 SATURATED, 5 PAUSED (the generator stood still before this block) |
| 14 | 1 | format | a \`DataFormat\` |
| 15 | 1 | tail | BITS_LSB: unused high bits of the last byte; else 0 |

## Rules

- Units are in the names: \`_uv\` microvolts, \`_ps\` picoseconds, \`_ns\` nanoseconds, \`_us\` microseconds, \`_ut\` microtesla, \`_mdegc\` millidegrees Celsius.
- Default deadlines (\`deadline_ms\` 0): 1 s for RunShots and MultiplyVector, 30 s for SelfTest, 120 s for Calibrate and ProgramTile, none for open
  streams, 250 ms for all else. The host gives up 250 ms after the deadline and sends Cancel.
- Each side sends a Heartbeat after 250 ms without another frame. A host that hears nothing for 1 500 ms declares the board lost; an armed board that hears
  nothing for \`host_silence_ms\` goes to the safe state.
- Codes, fields and verbs are only ever added. Unknown enum values are kept as numbers and treated as unspecified.
- Message numbers 900 to 999 are for experiments and are never released.
`;
