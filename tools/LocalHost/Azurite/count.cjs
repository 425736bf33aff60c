// Counts what Azurite is asked for; a table batch counts as the one request that it is billed as. GET /--operations on any of its
// ports tells the counts since the start. Requests of an agent "uncounted" are left out. Loaded only where counts are wanted.
'use strict';
const http = require('node:http');
const nameOf = require('./operations.cjs');

const counts = new Map();

const note = (service, name, verb, bytes) => {
  const key = `${service}/${name}/${verb}`;
  const entry = counts.get(key) ?? { service, name, verb, count: 0, bytes: 0 };
  counts.set(key, entry);
  entry.count++;
  entry.bytes += bytes;
};

// Looking at what is pushed into the body leaves its flow to whoever reads it.
const onBatch = (request, account, then) => {
  const table = new RegExp(`/${account}/([A-Za-z][A-Za-z0-9]*)[(?\\s]`);
  const push = request.push;
  let seen = '';
  request.push = function (chunk, ...rest) {
    if (seen !== null) {
      seen += chunk?.toString('latin1') ?? '';
      const named = table.exec(seen)?.[1];
      if (named || !chunk) {
        seen = null;
        then(named ?? '(unknown)');
      }
    }
    return push.call(this, chunk, ...rest);
  };
};

// Queues are polled: an answer without a message is told apart.
const onReceived = (response, then) => {
  let seen = '';
  for (const name of ['write', 'end']) {
    const original = response[name];
    response[name] = function (chunk, ...rest) {
      if (chunk && typeof chunk !== 'function' && seen.length < 1024) seen += chunk.toString();
      return original.call(this, chunk, ...rest);
    };
  }
  response.once('finish', () => then(seen.includes('<MessageId>')));
};

const count = (service, request, response) => {
  const { account, name, verb } = nameOf(service, request);
  const bytes = Number(request.headers['content-length'] ?? 0);
  if (verb === 'Batch') onBatch(request, account, table => note(service, table, verb, bytes));
  else if (verb === 'GetMessages') onReceived(response, any => note(service, name, any ? verb : `${verb} (none)`, bytes));
  else note(service, name, verb, bytes);
};

/** @param ports Ports by service, filled in as Azurite begins to listen. */
module.exports = ports => {
  const create = http.createServer;
  http.createServer = (...options) => {
    const server = create(...options);
    const emit = server.emit;
    server.emit = function (event, request, response) {
      if (event === 'request' && request.url === '/--operations') {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify([...counts.values()]));
        return true;
      }
      if (event === 'request' && !request.headers['user-agent']?.startsWith('uncounted')) {
        const service = Object.keys(ports).find(name => ports[name] === request.socket.localPort);
        if (service) count(service, request, response);
      }
      return emit.apply(this, arguments);
    };
    return server;
  };
};
