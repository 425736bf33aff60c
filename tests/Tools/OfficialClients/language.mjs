// Analyses texts with the official client; results come as the client gives them.
import { AzureKeyCredential, TextAnalysisClient } from '@azure/ai-language-text';
import { answer, options } from './answer.mjs';

await answer(({ endpoint, key, kind, documents, ...actionOptions }) =>
  new TextAnalysisClient(endpoint, new AzureKeyCredential(key), options).analyze(kind, documents, actionOptions));
