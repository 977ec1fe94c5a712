// A backend that answers every message with itself, and dies or tells what it is asked to: for tests of the shell around it.
import { WebSocketServer } from 'ws';

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
process.on('message', (message, socket) => {
  if (message.type === 'stop') {
    process.stderr.write('stopped in good order\n');
    process.exit(0);
  }
  if (message.type === 'ping') process.send({ type: 'pong', id: message.id });
  if (message.type !== 'socket' || socket === undefined) return;
  const request = { method: 'GET', url: message.url, headers: message.headers, socket };
  sockets.handleUpgrade(request, socket, Buffer.from(message.head, 'base64'), (webSocket) => {
    webSocket.on('message', (data) => {
      const text = String(data);
      if (text === 'die') process.exit(3);
      if (text === 'kill') process.kill(process.pid, 'SIGKILL');
      if (text === 'runs') process.send({ type: 'runs', active: 2 });
      webSocket.send(
        text === 'message' ? JSON.stringify(message) : text === 'args' ? JSON.stringify(process.argv.slice(2)) : text,
      );
    });
  });
});
process.on('disconnect', () => process.exit(0));
process.send({ type: 'ready' });
