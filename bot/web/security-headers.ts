/** The headers that keep the page to itself: only its own script, styles and connections, in nobody's frame. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Config } from '#bot/config.ts';

/** What the Adaptive Cards library calls its ways of writing markup, each fed by our own escaping renderer. */
const cardPolicies = [
  'adaptivecards#markdownPassthroughPolicy',
  'adaptivecards#restoreContentsPolicy',
  'adaptivecards#deprecatedExportedFunctionPolicy',
];

export function scriptHash(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** @param inlineScripts every script that stands in the page itself */
export function securityHeaders(
  request: FastifyRequest,
  config: Pick<Config, 'publicUrl'>,
  inlineScripts: readonly string[],
): Readonly<Record<string, string>> {
  const secure = (config.publicUrl?.protocol ?? `${request.protocol}:`) === 'https:';
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${inlineScripts.map(scriptHash).join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    // Older Safari does not count a WebSocket to the same host as 'self'.
    `connect-src 'self' ${secure ? 'wss' : 'ws'}://${hostOf(request, config)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${cardPolicies.join(' ')}`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(secure && { 'strict-transport-security': 'max-age=31536000' }),
  };
}

/** Read through URL, so that a host header cannot say anything else in the policy. */
function hostOf(request: FastifyRequest, { publicUrl }: Pick<Config, 'publicUrl'>): string {
  return publicUrl?.host ?? new URL(`http://${request.host}`).host;
}
