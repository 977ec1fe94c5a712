import type { Machine } from './machine.js';

/** A group of /etc/group. */
export interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members: readonly string[];
}

/** The groups that this machine keeps itself; a directory service may know of more. */
export async function readGroups(machine: Machine): Promise<Group[]> {
  return ((await machine.readText('/etc/group')) ?? '').split('\n').flatMap((line) => {
    const [name, , gid, members = ''] = line.split(':');
    return name === undefined || gid === undefined || !/^\d+$/.test(gid)
      ? []
      : [{ name, gid: Number(gid), members: members.split(',').filter((member) => member !== '') }];
  });
}
