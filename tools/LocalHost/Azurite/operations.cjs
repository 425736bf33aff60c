// Names a request as the storage services' REST reference does: which queue, table or container, and which operation on it.
'use strict';

const queueOperations = {
  'PUT': 'CreateQueue', 'DELETE': 'DeleteQueue', 'GET': 'GetQueueMetadata', 'HEAD': 'GetQueueMetadata',
  'POST messages': 'PutMessage', 'GET messages': 'GetMessages', 'DELETE messages': 'ClearMessages',
  'PUT message': 'UpdateMessage', 'DELETE message': 'DeleteMessage',
};

const tableOperations = {
  'GET': 'QueryEntities', 'POST': 'InsertEntity', 'GET one': 'GetEntity', 'PUT one': 'UpdateEntity',
  'PATCH one': 'MergeEntity', 'MERGE one': 'MergeEntity', 'DELETE one': 'DeleteEntity',
};

const ofQueue = (method, [name, ...rest], query) => {
  if (query.get('peekonly') === 'true') return [name, 'PeekMessages'];
  const what = rest.length === 0 ? method : `${method} ${rest[1] ? 'message' : 'messages'}`;
  return [name, queueOperations[what] ?? what];
};

const ofTable = (method, [path]) => {
  const [, name, key] = /^([^(]*)\(?(.*?)\)?$/.exec(path);
  if (name === 'Tables') return ['(tables)', `${method} Tables`];
  return [name, tableOperations[key ? `${method} one` : method] ?? method];
};

const ofBlob = (method, [name, ...rest], query, headers) => {
  const target = rest.length ? 'Blob' : 'Container';
  const comp = query.get('comp');
  return [name, comp === 'lease' ? `Lease${target} ${headers['x-ms-lease-action']}` : `${method} ${comp ?? target}`];
};

const namers = { queue: ofQueue, table: ofTable, blob: ofBlob };

/** @returns The account, what is worked on, and the operation; a table batch is told apart by its path, the table is in its body. */
module.exports = (service, request) => {
  const url = new URL(request.url, 'http://localhost');
  const [account, ...path] = url.pathname.split('/').slice(1);
  if (service === 'table' && path[0] === '$batch') return { account, name: null, verb: 'Batch' };
  const [name, verb] = namers[service](request.method, path[0] ? path : ['(account)'], url.searchParams, request.headers);
  return { account, name, verb };
};
