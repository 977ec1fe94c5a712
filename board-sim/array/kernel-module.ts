const modules = new Map<string, WebAssembly.Module>();

/** Instantiates a kernel of `gen/` on a memory; a module is compiled once in a process. */
export function instantiateKernel(base64: string, memory: WebAssembly.Memory): Record<string, unknown> {
  let module = modules.get(base64);
  if (module === undefined) {
    module = new WebAssembly.Module(Buffer.from(base64, 'base64'));
    modules.set(base64, module);
  }
  return new WebAssembly.Instance(module, { env: { memory } }).exports;
}
