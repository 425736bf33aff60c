// Sends one e-mail with the official client and waits until the service is done with it.
import { EmailClient } from '@azure/communication-email';
import { answer, options } from './answer.mjs';

await answer(async ({ connectionString, message, ...sendOptions }) => {
  const poller = await new EmailClient(connectionString, options).beginSend(message, { updateIntervalInMs: 100, ...sendOptions });
  return await poller.pollUntilDone();
});
