// The whole bridge between the main process and a page: it passes on one MessagePort, whose other end is the backend's. It exposes no function, holds no
// state and forwards nothing else; a second port follows only when the backend was started again. A sandboxed preload is CommonJS and has no file to import from.
import { ipcRenderer } from 'electron';

ipcRenderer.on('spindrift:port', ({ ports }) => {
  if (ports.length === 1) window.postMessage('spindrift:port', location.origin, [...ports]);
});
