/** Bytes as people read them: offset, sixteen bytes, their characters. */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = [...bytes.subarray(at, at + 16)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0'));
    const groups = [hex.slice(0, 8).join(' '), hex.slice(8).join(' ')].join('  ').trimEnd();
    const text = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
    lines.push(`${at.toString(16).padStart(4, '0')}  ${groups.padEnd(48)}  ${text}`);
  }
  return lines.join('\n');
}

/** Bytes without spaces, to be copied. */
export function hexText(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
