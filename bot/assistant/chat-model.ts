/** The chat model behind an OpenAI-compatible endpoint, hosted or on premises. */
import { ChatOpenAI } from '@langchain/openai';
import type { ModelEndpoint } from '#bot/config.ts';

/** Sent where the endpoint asks for no key. */
const unusedKey = 'none';

/** It tries once: whoever calls it has a deadline and another way to go on. @param timeoutMs for one call */
export function chatModel({ baseUrl, apiKey, model }: ModelEndpoint, timeoutMs: number): ChatOpenAI {
  return new ChatOpenAI({
    model,
    apiKey: apiKey?.reveal() ?? unusedKey,
    temperature: 0,
    maxRetries: 0,
    timeout: timeoutMs,
    // On-premises servers speak chat completions, not the newer protocol.
    useResponsesApi: false,
    streamUsage: true,
    configuration: { baseURL: baseUrl, maxRetries: 0, logLevel: 'off' },
  });
}
