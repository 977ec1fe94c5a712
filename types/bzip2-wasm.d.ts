/** libbz2 1.0.8 as WebAssembly; the package has no types of its own. */
declare module 'bzip2-wasm' {
  // eslint-disable-next-line no-restricted-syntax -- theirs
  export default class BZip2 {
    /** Loads the module. Sets `__dirname` and `require` on the global object. */
    init(): Promise<void>;
    /** The compressed bytes. @throws Error if they do not fit into `mostLength` */
    compress(bytes: Uint8Array, blockSize100k: number, mostLength: number): Uint8Array;
  }
}
