// Sends one text with the official SMS client.
import { SmsClient } from '@azure/communication-sms';
import { answer, options } from './answer.mjs';

await answer(({ connectionString, from, to, message, ...sendOptions }) =>
  new SmsClient(connectionString, options).send({ from, to, message }, sendOptions));
