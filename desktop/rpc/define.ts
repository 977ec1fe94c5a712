/** How the interface between page and backend is declared: one table of methods, which both ends import. */
import type { z } from 'zod';

/** A value of a type that exists only for the compiler. */
export interface Shape<T> {
  /** Never set. */
  readonly of?: T;
}

/** Names the type of an answer: `type<BoardListing[]>()`. What the backend sends is its own, so it is not checked at run time. */
export function type<T>(): Shape<T> {
  return {};
}

/** One method. */
export interface Method<P extends z.ZodType = z.ZodType, T = unknown> {
  readonly kind: 'call' | 'stream';
  /** What stands in a frame; never used for another method. */
  readonly id: number;
  /** Checked by the backend before anything is done. */
  readonly params: P;
  readonly result: Shape<T>;
  /** Served where the board is open: the session that `params.board` names. */
  readonly onBoard: boolean;
}

/** A method that answers once. */
export interface Call<P extends z.ZodType = z.ZodType, T = unknown> extends Method<P, T> {
  readonly kind: 'call';
}

/** A method that answers with items, for as long as the reader takes them. */
export interface Stream<P extends z.ZodType = z.ZodType, T = unknown> extends Method<P, T> {
  readonly kind: 'stream';
}

/** Declares a method that answers once. @param id 1 to 65535, unique for ever */
export function call<P extends z.ZodType, T>(id: number, params: P, result: Shape<T>): Call<P, T> {
  return { kind: 'call', id, params, result, onBoard: false };
}

/** Declares a method that answers with a stream. */
export function stream<P extends z.ZodType, T>(id: number, params: P, item: Shape<T>): Stream<P, T> {
  return { kind: 'stream', id, params, result: item, onBoard: false };
}

/** Declares that a method is served by the session of the board that its parameter `board` names. */
export function onBoard<M extends Method<z.ZodType<{ readonly board: string }>>>(method: M): OnBoard<M> {
  return { ...method, onBoard: true };
}

/** A method that a board's session serves. */
export type OnBoard<M extends Method = Method> = M & { readonly onBoard: true };

/** A table of methods by name. */
export type Api = Readonly<Record<string, Method>>;
/** The methods of a table that a board's session serves. */
export type SessionPart<A extends Api> = { readonly [K in keyof A as A[K] extends OnBoard ? K : never]: A[K] };
/** The methods of a table that the backend serves by itself. */
export type CentralPart<A extends Api> = { readonly [K in keyof A as A[K] extends OnBoard ? never : K]: A[K] };

/** Names of the calls of a table. */
export type CallName<A extends Api> = { [K in keyof A]: A[K] extends Call ? K : never }[keyof A] & string;
/** Names of the streams of a table. */
export type StreamName<A extends Api> = { [K in keyof A]: A[K] extends Stream ? K : never }[keyof A] & string;
/** What a caller gives. */
export type ParamsIn<M extends Method> = z.input<M['params']>;
/** What a handler is given: checked, with defaults filled in. */
export type ParamsOut<M extends Method> = z.output<M['params']>;
/** What a method answers with: the result of a call, an item of a stream. */
export type ResultOf<M extends Method> = M extends Method<z.ZodType, infer T> ? T : never;

/** What a handler knows besides its parameters. */
export interface CallContext {
  /** Fires when the caller cancels, its deadline passes, or the connection ends. */
  readonly signal: AbortSignal;
}

/** The functions that serve a table: an async function for a call, an async generator for a stream. */
export type Handlers<A extends Api> = {
  readonly [K in keyof A]: A[K] extends Call
    ? (params: ParamsOut<A[K]>, context: CallContext) => ResultOf<A[K]> | Promise<ResultOf<A[K]>>
    : (params: ParamsOut<A[K]>, context: CallContext) => AsyncIterable<ResultOf<A[K]>>;
};

/** How to call. */
export interface RpcCallOptions {
  /** Cancels; the handler's own signal fires. */
  readonly signal?: AbortSignal;
  /** Time that the answer may take, milliseconds; enforced on both ends. Default: none. */
  readonly deadlineMs?: number;
}

/** How to read a stream. */
export interface RpcStreamOptions extends RpcCallOptions {
  /** Items that may be on their way unread; default 8. */
  readonly window?: number;
}

/** The calling end. Failures arrive as the classes that they were: RangeError, BoardBusyError with code and next step, AbortError, … */
export interface Caller<A extends Api> {
  call<K extends CallName<A>>(name: K, params: ParamsIn<A[K]>, options?: RpcCallOptions): Promise<ResultOf<A[K]>>;
  /** Leaving the loop cancels. */
  stream<K extends StreamName<A>>(
    name: K,
    params: ParamsIn<A[K]>,
    options?: RpcStreamOptions,
  ): AsyncIterableIterator<ResultOf<A[K]>>;
}
