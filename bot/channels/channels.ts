/** Every channel there is, in the order the start-up lines name them. */
import { botFramework } from './botframework/botframework.ts';
import type { Channel } from './channel.ts';
import { consoleChannel } from './console.ts';
import { directLine } from './direct-line/direct-line.ts';

export const channels: readonly Channel[] = [directLine, botFramework, consoleChannel];
