/** What the host and the agent in the guest say to each other. */

/** Who runs a program in the guest. `nobody` has no capability and no group but those named. */
export type GuestUser = 'root' | { readonly nobody: readonly string[] };

/** First line to the rig's server. */
export type Greeting =
  | { readonly token: string; readonly who: 'agent' }
  /** A test wants a session: the agent is to call back at that port of the host. */
  | { readonly token: string; readonly who: 'test'; readonly port: number };

/** From the rig to the agent: open a session. */
export interface SessionCall {
  readonly port: number;
}

/** From a test to its session. `id` is chosen by the test; the answer carries it. */
export type Command = { readonly id: number } & (
  | {
      readonly do: 'run';
      readonly argv: readonly string[];
      readonly user: GuestUser;
      readonly env: Readonly<Record<string, string>>;
    }
  | { readonly do: 'input'; readonly process: number; readonly bytes?: string; readonly end?: boolean }
  | { readonly do: 'kill'; readonly process: number; readonly signal: NodeJS.Signals }
  | { readonly do: 'attach'; readonly port: number; readonly busid: string }
  | { readonly do: 'detach'; readonly vhciPort: number }
  | { readonly do: 'read'; readonly path: string }
  | { readonly do: 'write'; readonly path: string; readonly bytes: string; readonly mode: number }
  | { readonly do: 'size'; readonly paths: readonly string[] }
  | { readonly do: 'remove'; readonly path: string }
);

/** A device on the guest's bus. */
export interface Attached {
  /** Of the virtual host controller. */
  readonly vhciPort: number;
  /** Folder of /sys/bus/usb/devices. */
  readonly name: string;
  /** Its file under /dev/bus/usb. */
  readonly node: string;
  /** Devices of its vendor and product on the guest's bus, with this one. */
  readonly alike: number;
}

/** From a session. The last three are a program's life; `answer` and `error` end a command. */
export type Report =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string; readonly code?: string | undefined }
  | { readonly id: number; readonly out: string }
  | { readonly id: number; readonly err: string }
  | { readonly id: number; readonly exit: number | null; readonly signal: NodeJS.Signals | null };
