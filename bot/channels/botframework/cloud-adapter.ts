/** Botbuilder's adapter with our outbound rules, and its clients kept between turns: making them is most of its cost. */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { Config } from '#bot/config.ts';
import type { SaidActivity } from '#bot/channels/render-activity.ts';
import type { Address } from './inbound.ts';
import { guardedClient } from './outbound.ts';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;
type ConnectorFactory = ReturnType<Authentication['createConnectorFactory']>;
type ClaimsIdentity = Parameters<Authentication['createConnectorFactory']>[0];
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
type UserTokenClient = Awaited<ReturnType<Authentication['createUserTokenClient']>>;

/** More service addresses than one deployment ever meets. */
const mostConnectors = 200;

class KeepingAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, Promise<Connector>>();
  #userTokens: Promise<UserTokenClient> | undefined;

  override async authenticateRequest(activity: Activity, authorization: string): Promise<Authenticated> {
    const result = await super.authenticateRequest(activity, authorization);
    const { connectorFactory } = result;
    return connectorFactory ? { ...result, connectorFactory: this.#keeping(connectorFactory) } : result;
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return this.#keeping(super.createConnectorFactory(claims));
  }

  /** There is one app, so there is one of these. */
  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= super.createUserTokenClient(claims);
    return this.#userTokens;
  }

  #keeping(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: (serviceUrl, audience) => {
        const key = `${audience ?? ''} ${serviceUrl}`;
        const kept = this.#connectors.get(key);
        if (kept) return kept;
        if (this.#connectors.size >= mostConnectors) this.#connectors.clear();
        const made = factory.create(serviceUrl, audience);
        this.#connectors.set(key, made);
        made.catch(() => this.#connectors.delete(key));
        return made;
      },
    };
  }
}

export class BotAdapter extends CloudAdapter {
  readonly #authentication: KeepingAuthentication;
  readonly #appId: string;

  constructor(config: Pick<Config, 'botFramework' | 'serviceUrlAllow'>) {
    const app = config.botFramework;
    const credentials = new ConfigurationServiceClientCredentialFactory(
      app
        ? {
            MicrosoftAppId: app.appId,
            MicrosoftAppPassword: app.password.reveal(),
            MicrosoftAppType: app.type,
            ...(app.tenantId && { MicrosoftAppTenantId: app.tenantId }),
          }
        : {},
    );
    const authentication = new KeepingAuthentication({}, credentials, undefined, undefined, {
      httpClient: guardedClient(config.serviceUrlAllow),
    });
    super(authentication);
    this.#authentication = authentication;
    this.#appId = app?.appId ?? '';
    // What goes wrong in a turn is for our own error handling.
    this.onTurnError = (_context, error) => Promise.reject(error);
  }

  /** Who calls; rejects when the caller cannot show that it is the channel. */
  authenticate(activity: Activity, authorization: string): Promise<Authenticated> {
    return this.#authentication.authenticateRequest(activity, authorization);
  }

  /** Runs a turn of botbuilder's; resolves with what to answer the call with, if anything. */
  turn(
    caller: Authenticated,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(caller, activity, logic);
  }

  /** Sends one activity outside a turn; resolves with the channel's id of it. */
  async push(to: Address, said: SaidActivity): Promise<string> {
    const claims = this.createClaimsIdentity(this.#appId);
    const connector = await this.#authentication.createConnectorFactory(claims).create(to.serviceUrl);
    const { channelId, conversation, bot, user, activityId, serviceUrl } = to;
    const activity = {
      ...said,
      channelId,
      serviceUrl,
      conversation,
      recipient: user,
      ...(bot && { from: bot }),
      ...(activityId && { replyToId: activityId }),
    };
    const { conversations } = connector;
    // The client's own types want every field of an activity; the protocol does not.
    const wire = activity as unknown as Activity;
    const sent = activityId
      ? await conversations.replyToActivity(conversation.id, activityId, wire)
      : await conversations.sendToConversation(conversation.id, wire);
    return sent.id ?? '';
  }
}
