// Runs Azurite under LocalHost. usage: node launch.cjs FOLDER GRACE_SECONDS AZURITE_ARGUMENT…
// Ctrl-C in a terminal reaches the whole process group; the host still needs its storage then, so SIGINT is left to it.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const [folder, grace, ...rest] = process.argv.slice(2);
const file = name => path.join(folder, name);

// The host may die without a word; a pipe to it would then break, so what Azurite says goes to a file.
const log = fs.openSync(file('azurite.log'), 'a');
const ports = {};
const closed = new Set();
const write = (chunk, encoding, done) => {
  const text = chunk.toString();
  fs.writeSync(log, text);
  const listening = /Azurite (\w+) service is successfully listening at http:\/\/127\.0\.0\.1:(\d+)/.exec(text);
  if (listening) {
    ports[listening[1].toLowerCase()] = Number(listening[2]);
    if (ports.blob && ports.queue && ports.table) {
      fs.writeFileSync(file('azurite.json.new'), JSON.stringify({ pid: process.pid, ...ports }));
      fs.renameSync(file('azurite.json.new'), file('azurite.json'));
    }
  }
  // All is saved by then. Waiting for clients to let go of their idle connections too would take them up to a quarter of a minute.
  const closing = /Azurite (\w+) service successfully closed/.exec(text);
  if (closing && closed.add(closing[1]).size === 3) process.exit(0);
  const callback = typeof encoding === 'function' ? encoding : done;
  if (callback) callback();
  return true;
};
process.stdout.write = write;
process.stderr.write = write;

process.on('SIGINT', () => {});
const once = process.once.bind(process);
process.once = (event, listener) => (event === 'SIGINT' ? process : once(event, listener));

const alive = pid => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};
let lastSeen = Date.now();
setInterval(() => {
  try {
    if (alive(Number(fs.readFileSync(file('owner'), 'utf8')))) lastSeen = Date.now();
  } catch { /* no owner, or being rewritten */ }
  if (Date.now() - lastSeen > Number(grace) * 1000) {
    lastSeen = Infinity;
    process.emit('SIGTERM');
  }
}, 1000).unref();

// Every minute by default, and after a few thousand messages that stalls the queues for longer than a client waits.
require('azurite/dist/src/queue/utils/constants.js').DEFAULT_GC_INTERVAL_MS = 24 * 60 * 60 * 1000;
if (process.env.CX_COUNT_OPERATIONS) require('./count.cjs')(ports);
process.argv = [process.argv[0], 'azurite', ...rest];
require('azurite/dist/src/azurite.js');
