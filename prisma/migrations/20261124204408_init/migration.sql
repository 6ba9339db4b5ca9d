-- CreateEnum
CREATE TYPE "DepartmentKind" AS ENUM ('bureau', 'municipal', 'district', 'institution', 'enterprise');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('officer', 'lead', 'bureau', 'public');

-- CreateEnum
CREATE TYPE "BindingState" AS ENUM ('pending', 'approved', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "CatalogKind" AS ENUM ('information', 'data');

-- CreateEnum
CREATE TYPE "SharingType" AS ENUM ('1', '2', '3');

-- CreateEnum
CREATE TYPE "OpeningType" AS ENUM ('1', '2', '3');

-- CreateEnum
CREATE TYPE "SharingMethod" AS ENUM ('result_verification', 'service_call', 'data_push');

-- CreateEnum
CREATE TYPE "OpeningMethod" AS ENUM ('authorised_use', 'verification', 'query', 'desensitised', 'computed_result');

-- CreateEnum
CREATE TYPE "UpdateCycle" AS ENUM ('1', '2', '3', '4', '5', '6', 'half_yearly', 'irregular', 'on_demand');

-- CreateEnum
CREATE TYPE "FormatCategory" AS ENUM ('1', '2', '3', '4', '5', '6', '7');

-- CreateEnum
CREATE TYPE "ResourceForm" AS ENUM ('interface', 'table', 'file');

-- CreateEnum
CREATE TYPE "ProvisionNetwork" AS ENUM ('government_extranet', 'internet', 'department_network');

-- CreateEnum
CREATE TYPE "CatalogState" AS ENUM ('draft', 'submitted', 'published', 'returned', 'superseded', 'withdrawn');

-- CreateEnum
CREATE TYPE "BasisKind" AS ENUM ('law', 'administrative_regulation', 'local_regulation', 'rule', 'state_council_decision', 'policy_document', 'function');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('open', 'confirming', 'filed', 'cancelled');

-- CreateEnum
CREATE TYPE "RequestKind" AS ENUM ('share', 'open', 'correction');

-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('submitted', 'supplement_asked', 'supplied', 'approved', 'refused', 'provided', 'closed', 'withdrawn');

-- CreateEnum
CREATE TYPE "DeadlineEventKind" AS ENUM ('started', 'stopped', 'resumed', 'extended', 'ended');

-- CreateEnum
CREATE TYPE "DutyKind" AS ENUM ('catalog_update', 'project', 'rectification');

-- CreateEnum
CREATE TYPE "DutyState" AS ENUM ('open', 'done', 'cancelled');

-- CreateEnum
CREATE TYPE "DutyEntryState" AS ENUM ('to_review', 'drafted', 'filed', 'unaffected');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('inbound', 'outbound');

-- CreateEnum
CREATE TYPE "InboxState" AS ENUM ('pending', 'processing', 'done', 'failed');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('pending', 'sending', 'sent', 'failed', 'unknown', 'excluded');

-- CreateEnum
CREATE TYPE "CampaignState" AS ENUM ('open', 'consolidated', 'published');

-- CreateEnum
CREATE TYPE "ListKind" AS ENUM ('sharing', 'opening', 'scenarios');

-- CreateEnum
CREATE TYPE "SubmissionState" AS ENUM ('draft', 'signed', 'returned', 'confirmed');

-- CreateEnum
CREATE TYPE "BroadcastState" AS ENUM ('draft', 'rehearsed', 'awaiting_release', 'scheduled', 'canary', 'sending', 'paused', 'done', 'cancelled');

-- CreateEnum
CREATE TYPE "RecipientState" AS ENUM ('planned', 'excluded', 'unreachable');

-- CreateEnum
CREATE TYPE "ReminderState" AS ENUM ('planned', 'sent', 'settled', 'cancelled');

-- CreateEnum
CREATE TYPE "QuestionState" AS ENUM ('open', 'answered', 'dismissed');

-- CreateTable
CREATE TABLE "Department" (
    "id" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "shortNames" TEXT[],
    "kind" "DepartmentKind" NOT NULL DEFAULT 'municipal',
    "district" TEXT,
    "parentId" TEXT,
    "contactId" TEXT,
    "phone" TEXT,
    "functions" TEXT[],
    "dissolvedOn" CHAR(10),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "departmentId" TEXT,
    "role" "Role" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChannelIdentity" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "tenant" TEXT NOT NULL DEFAULT '',
    "userId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "boundBy" TEXT NOT NULL,
    "boundAt" TIMESTAMPTZ(3) NOT NULL,
    "unboundAt" TIMESTAMPTZ(3),
    "reference" JSONB,
    "lastSeenAt" TIMESTAMPTZ(3),
    "lastDeliveredAt" TIMESTAMPTZ(3),
    "lastFailedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "ChannelIdentity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BindingCode" (
    "id" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "issuedById" TEXT,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "BindingCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BindingRequest" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "tenant" TEXT NOT NULL DEFAULT '',
    "userId" TEXT NOT NULL,
    "claimedName" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'officer',
    "state" "BindingState" NOT NULL DEFAULT 'pending',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "personId" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "BindingRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogEntry" (
    "id" TEXT NOT NULL,
    "code" TEXT,
    "sourceId" TEXT,
    "departmentId" TEXT NOT NULL,
    "kind" "CatalogKind" NOT NULL,
    "dataUpdatedOn" CHAR(10),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CatalogEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CatalogVersion" (
    "id" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "CatalogState" NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT,
    "source" TEXT,
    "classification" TEXT,
    "classificationCode" TEXT,
    "standard" TEXT,
    "updateCycle" "UpdateCycle",
    "sharingType" "SharingType",
    "sharingBasis" TEXT,
    "sharingMethods" "SharingMethod"[],
    "openingType" "OpeningType",
    "openingBasis" TEXT,
    "openingMethods" "OpeningMethod"[],
    "openingTopic" TEXT,
    "relations" TEXT,
    "relatedCodes" TEXT[],
    "securityLevel" TEXT,
    "formatCategory" "FormatCategory",
    "formatType" TEXT,
    "form" "ResourceForm",
    "network" "ProvisionNetwork",
    "scenarios" TEXT[],
    "businessItems" TEXT[],
    "systemName" TEXT,
    "subUnit" TEXT,
    "keywords" TEXT[],
    "access" TEXT,
    "changeNote" TEXT,
    "authorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "publishedOn" CHAR(10),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CatalogVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataItem" (
    "versionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "field" TEXT,
    "type" TEXT,
    "length" TEXT,
    "description" TEXT,
    "personal" BOOLEAN NOT NULL DEFAULT false,
    "sensitive" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "DataItem_pkey" PRIMARY KEY ("versionId","position")
);

-- CreateTable
CREATE TABLE "LegalBasis" (
    "versionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "BasisKind" NOT NULL,
    "title" TEXT NOT NULL,
    "clause" TEXT,

    CONSTRAINT "LegalBasis_pkey" PRIMARY KEY ("versionId","position")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "definitionVersion" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "departmentId" TEXT,
    "conversationId" TEXT,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "history" JSONB NOT NULL DEFAULT '[]',
    "pendingField" TEXT,
    "state" "DraftState" NOT NULL DEFAULT 'open',
    "toolRunKey" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftDelegation" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "value" JSONB,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DraftDelegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Request" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "kind" "RequestKind" NOT NULL,
    "state" "RequestState" NOT NULL DEFAULT 'submitted',
    "entryId" TEXT NOT NULL,
    "versionId" TEXT,
    "requesterId" TEXT NOT NULL,
    "requesterDepartmentId" TEXT,
    "providerDepartmentId" TEXT NOT NULL,
    "handlerId" TEXT,
    "scenario" TEXT NOT NULL,
    "businessScope" TEXT,
    "legalBasis" TEXT,
    "items" TEXT[],
    "scopeReason" TEXT,
    "sharingMethod" "SharingMethod",
    "openingMethod" "OpeningMethod",
    "termFrom" CHAR(10),
    "termUntil" CHAR(10),
    "contact" TEXT,
    "correction" TEXT,
    "originalId" TEXT,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedOn" CHAR(10) NOT NULL,
    "supplementAsked" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionGround" TEXT,
    "decisionReason" TEXT,
    "decisionBasis" TEXT,
    "conditions" TEXT,
    "providedAt" TIMESTAMPTZ(3),
    "provision" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestEvent" (
    "id" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" TEXT,
    "departmentId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "article" TEXT,
    "payload" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "RequestEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeadlineEvent" (
    "id" TEXT NOT NULL,
    "requestId" TEXT,
    "dutyId" TEXT,
    "submissionId" TEXT,
    "limit" TEXT NOT NULL,
    "kind" "DeadlineEventKind" NOT NULL,
    "on" CHAR(10) NOT NULL,
    "days" INTEGER,
    "article" TEXT,
    "reason" TEXT,
    "sourceEventId" TEXT,
    "actorId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeadlineEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Duty" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "kind" "DutyKind" NOT NULL,
    "departmentId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "cause" TEXT,
    "occurredOn" CHAR(10) NOT NULL,
    "dueOn" CHAR(10),
    "detail" JSONB NOT NULL DEFAULT '{}',
    "state" "DutyState" NOT NULL DEFAULT 'open',
    "openedById" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyEntry" (
    "dutyId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "state" "DutyEntryState" NOT NULL DEFAULT 'to_review',
    "note" TEXT,

    CONSTRAINT "DutyEntry_pkey" PRIMARY KEY ("dutyId","entryId")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "tenant" TEXT NOT NULL DEFAULT '',
    "externalId" TEXT NOT NULL,
    "personId" TEXT,
    "address" JSONB,
    "lastSequence" INTEGER NOT NULL DEFAULT 0,
    "topic" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConversationState" (
    "conversationId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "state" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConversationState_pkey" PRIMARY KEY ("conversationId")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "direction" "Direction" NOT NULL,
    "text" TEXT NOT NULL,
    "answer" JSONB,
    "card" JSONB,
    "actions" JSONB NOT NULL DEFAULT '[]',
    "externalId" TEXT,
    "action" JSONB,
    "envelope" JSONB,
    "answers" TEXT,
    "userId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "InboxState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "messageKey" TEXT NOT NULL,
    "personId" TEXT,
    "channel" TEXT NOT NULL,
    "tenant" TEXT NOT NULL DEFAULT '',
    "userId" TEXT NOT NULL,
    "conversationId" TEXT,
    "messageId" TEXT,
    "broadcastId" TEXT,
    "payload" JSONB NOT NULL,
    "state" "OutboxState" NOT NULL DEFAULT 'pending',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBeforeAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedBy" TEXT,
    "claimedAt" TIMESTAMPTZ(3),
    "error" TEXT,
    "vendorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListCampaign" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "dueOn" CHAR(10) NOT NULL,
    "state" "CampaignState" NOT NULL DEFAULT 'open',
    "note" TEXT,
    "openedById" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ListCampaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListSubmission" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "list" "ListKind" NOT NULL,
    "state" "SubmissionState" NOT NULL DEFAULT 'draft',
    "unchanged" BOOLEAN NOT NULL DEFAULT false,
    "rows" JSONB NOT NULL DEFAULT '[]',
    "signedById" TEXT,
    "signedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ListSubmission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Broadcast" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "state" "BroadcastState" NOT NULL DEFAULT 'draft',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "rehearsedAt" TIMESTAMPTZ(3),
    "releasedById" TEXT,
    "releasedAt" TIMESTAMPTZ(3),
    "scheduledAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "correctsId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BroadcastRecipient" (
    "broadcastId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "departmentId" TEXT,
    "state" "RecipientState" NOT NULL,
    "reason" TEXT,
    "wave" INTEGER NOT NULL DEFAULT 1,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "readAt" TIMESTAMPTZ(3),
    "acknowledgedAt" TIMESTAMPTZ(3),
    "actedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BroadcastRecipient_pkey" PRIMARY KEY ("broadcastId","personId")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "personId" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "statutoryOn" CHAR(10),
    "text" TEXT,
    "state" "ReminderState" NOT NULL DEFAULT 'planned',
    "snoozedUntil" TIMESTAMPTZ(3),
    "late" BOOLEAN NOT NULL DEFAULT false,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ToolRun" (
    "key" TEXT NOT NULL,
    "tool" TEXT NOT NULL,
    "personId" TEXT,
    "input" JSONB NOT NULL,
    "output" JSONB,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ToolRun_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditRecord" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,
    "departmentId" TEXT,
    "via" TEXT NOT NULL,
    "tool" TEXT,
    "action" TEXT NOT NULL,
    "article" TEXT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT,
    "toolRunKey" TEXT,

    CONSTRAINT "AuditRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnansweredQuestion" (
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "cluster" TEXT,
    "outcome" TEXT NOT NULL,
    "askedById" TEXT,
    "departmentId" TEXT,
    "conversationId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "QuestionState" NOT NULL DEFAULT 'open',
    "answer" JSONB,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "citedDigest" TEXT,

    CONSTRAINT "UnansweredQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HolidayNotice" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT,
    "sourceUrl" TEXT,
    "days" JSONB NOT NULL,
    "enteredById" TEXT,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HolidayNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedById" TEXT,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Department_code_key" ON "Department"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Department_name_key" ON "Department"("name");

-- CreateIndex
CREATE INDEX "Department_parentId_idx" ON "Department"("parentId");

-- CreateIndex
CREATE INDEX "Department_district_idx" ON "Department"("district");

-- CreateIndex
CREATE INDEX "Membership_departmentId_role_idx" ON "Membership"("departmentId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_current_key" ON "Membership"("personId", "departmentId", "role") WHERE ("until" IS NULL);

-- CreateIndex
CREATE INDEX "ChannelIdentity_personId_idx" ON "ChannelIdentity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelIdentity_channel_tenant_userId_key" ON "ChannelIdentity"("channel", "tenant", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "BindingCode_codeHash_key" ON "BindingCode"("codeHash");

-- CreateIndex
CREATE INDEX "BindingCode_personId_idx" ON "BindingCode"("personId");

-- CreateIndex
CREATE INDEX "BindingRequest_departmentId_state_idx" ON "BindingRequest"("departmentId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "BindingRequest_pending_key" ON "BindingRequest"("channel", "tenant", "userId") WHERE ("state" = 'pending');

-- CreateIndex
CREATE UNIQUE INDEX "CatalogEntry_code_key" ON "CatalogEntry"("code");

-- CreateIndex
CREATE INDEX "CatalogEntry_departmentId_kind_idx" ON "CatalogEntry"("departmentId", "kind");

-- CreateIndex
CREATE INDEX "CatalogEntry_sourceId_idx" ON "CatalogEntry"("sourceId");

-- CreateIndex
CREATE INDEX "CatalogVersion_state_idx" ON "CatalogVersion"("state");

-- CreateIndex
CREATE INDEX "CatalogVersion_name_idx" ON "CatalogVersion"("name");

-- CreateIndex
CREATE UNIQUE INDEX "CatalogVersion_entryId_number_key" ON "CatalogVersion"("entryId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CatalogVersion_published_key" ON "CatalogVersion"("entryId") WHERE ("state" = 'published');

-- CreateIndex
CREATE INDEX "LegalBasis_title_idx" ON "LegalBasis"("title");

-- CreateIndex
CREATE INDEX "Draft_ownerId_state_idx" ON "Draft"("ownerId", "state");

-- CreateIndex
CREATE INDEX "Draft_conversationId_idx" ON "Draft"("conversationId");

-- CreateIndex
CREATE INDEX "DraftDelegation_personId_idx" ON "DraftDelegation"("personId");

-- CreateIndex
CREATE INDEX "DraftDelegation_draftId_idx" ON "DraftDelegation"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "Request_number_key" ON "Request"("number");

-- CreateIndex
CREATE INDEX "Request_providerDepartmentId_state_idx" ON "Request"("providerDepartmentId", "state");

-- CreateIndex
CREATE INDEX "Request_requesterDepartmentId_state_idx" ON "Request"("requesterDepartmentId", "state");

-- CreateIndex
CREATE INDEX "Request_requesterId_idx" ON "Request"("requesterId");

-- CreateIndex
CREATE INDEX "Request_entryId_state_idx" ON "Request"("entryId", "state");

-- CreateIndex
CREATE INDEX "Request_state_receivedOn_idx" ON "Request"("state", "receivedOn");

-- CreateIndex
CREATE INDEX "RequestEvent_at_idx" ON "RequestEvent"("at");

-- CreateIndex
CREATE UNIQUE INDEX "RequestEvent_requestId_sequence_key" ON "RequestEvent"("requestId", "sequence");

-- CreateIndex
CREATE INDEX "DeadlineEvent_requestId_idx" ON "DeadlineEvent"("requestId");

-- CreateIndex
CREATE INDEX "DeadlineEvent_dutyId_idx" ON "DeadlineEvent"("dutyId");

-- CreateIndex
CREATE INDEX "DeadlineEvent_submissionId_idx" ON "DeadlineEvent"("submissionId");

-- CreateIndex
CREATE INDEX "DeadlineEvent_limit_kind_idx" ON "DeadlineEvent"("limit", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Duty_number_key" ON "Duty"("number");

-- CreateIndex
CREATE INDEX "Duty_departmentId_state_idx" ON "Duty"("departmentId", "state");

-- CreateIndex
CREATE INDEX "DutyEntry_entryId_idx" ON "DutyEntry"("entryId");

-- CreateIndex
CREATE INDEX "Conversation_personId_idx" ON "Conversation"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_channel_tenant_externalId_key" ON "Conversation"("channel", "tenant", "externalId");

-- CreateIndex
CREATE INDEX "Message_conversationId_externalId_idx" ON "Message"("conversationId", "externalId");

-- CreateIndex
CREATE INDEX "Message_conversationId_answers_idx" ON "Message"("conversationId", "answers");

-- CreateIndex
CREATE UNIQUE INDEX "Message_conversationId_sequence_key" ON "Message"("conversationId", "sequence");

-- CreateIndex
CREATE INDEX "Inbox_state_receivedAt_idx" ON "Inbox"("state", "receivedAt");

-- CreateIndex
CREATE INDEX "Inbox_conversationId_state_idx" ON "Inbox"("conversationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_channel_messageId_key" ON "Inbox"("channel", "messageId");

-- CreateIndex
CREATE INDEX "Outbox_state_channel_notBeforeAt_idx" ON "Outbox"("state", "channel", "notBeforeAt");

-- CreateIndex
CREATE INDEX "Outbox_broadcastId_personId_idx" ON "Outbox"("broadcastId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_recipient_messageKey_key" ON "Outbox"("recipient", "messageKey");

-- CreateIndex
CREATE UNIQUE INDEX "ListCampaign_year_key" ON "ListCampaign"("year");

-- CreateIndex
CREATE INDEX "ListSubmission_departmentId_idx" ON "ListSubmission"("departmentId");

-- CreateIndex
CREATE UNIQUE INDEX "ListSubmission_campaignId_departmentId_list_key" ON "ListSubmission"("campaignId", "departmentId", "list");

-- CreateIndex
CREATE UNIQUE INDEX "Broadcast_number_key" ON "Broadcast"("number");

-- CreateIndex
CREATE INDEX "Broadcast_state_idx" ON "Broadcast"("state");

-- CreateIndex
CREATE INDEX "BroadcastRecipient_personId_idx" ON "BroadcastRecipient"("personId");

-- CreateIndex
CREATE INDEX "BroadcastRecipient_broadcastId_state_idx" ON "BroadcastRecipient"("broadcastId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_key_key" ON "Reminder"("key");

-- CreateIndex
CREATE INDEX "Reminder_state_dueAt_idx" ON "Reminder"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Reminder_personId_state_idx" ON "Reminder"("personId", "state");

-- CreateIndex
CREATE INDEX "Reminder_subjectKind_subjectId_idx" ON "Reminder"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "ToolRun_personId_startedAt_idx" ON "ToolRun"("personId", "startedAt");

-- CreateIndex
CREATE INDEX "AuditRecord_subjectKind_subjectId_at_idx" ON "AuditRecord"("subjectKind", "subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditRecord_actorId_at_idx" ON "AuditRecord"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditRecord_at_idx" ON "AuditRecord"("at");

-- CreateIndex
CREATE INDEX "UnansweredQuestion_state_cluster_idx" ON "UnansweredQuestion"("state", "cluster");

-- CreateIndex
CREATE INDEX "UnansweredQuestion_at_idx" ON "UnansweredQuestion"("at");

-- CreateIndex
CREATE UNIQUE INDEX "HolidayNotice_year_revision_key" ON "HolidayNotice"("year", "revision");

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelIdentity" ADD CONSTRAINT "ChannelIdentity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BindingCode" ADD CONSTRAINT "BindingCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BindingCode" ADD CONSTRAINT "BindingCode_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BindingRequest" ADD CONSTRAINT "BindingRequest_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BindingRequest" ADD CONSTRAINT "BindingRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BindingRequest" ADD CONSTRAINT "BindingRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogEntry" ADD CONSTRAINT "CatalogEntry_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogVersion" ADD CONSTRAINT "CatalogVersion_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "CatalogEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogVersion" ADD CONSTRAINT "CatalogVersion_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CatalogVersion" ADD CONSTRAINT "CatalogVersion_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataItem" ADD CONSTRAINT "DataItem_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "CatalogVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalBasis" ADD CONSTRAINT "LegalBasis_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "CatalogVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftDelegation" ADD CONSTRAINT "DraftDelegation_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftDelegation" ADD CONSTRAINT "DraftDelegation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftDelegation" ADD CONSTRAINT "DraftDelegation_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "CatalogEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "CatalogVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_requesterId_fkey" FOREIGN KEY ("requesterId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_requesterDepartmentId_fkey" FOREIGN KEY ("requesterDepartmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_providerDepartmentId_fkey" FOREIGN KEY ("providerDepartmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_handlerId_fkey" FOREIGN KEY ("handlerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "Request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestEvent" ADD CONSTRAINT "RequestEvent_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestEvent" ADD CONSTRAINT "RequestEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestEvent" ADD CONSTRAINT "RequestEvent_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeadlineEvent" ADD CONSTRAINT "DeadlineEvent_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeadlineEvent" ADD CONSTRAINT "DeadlineEvent_dutyId_fkey" FOREIGN KEY ("dutyId") REFERENCES "Duty"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeadlineEvent" ADD CONSTRAINT "DeadlineEvent_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "ListSubmission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeadlineEvent" ADD CONSTRAINT "DeadlineEvent_sourceEventId_fkey" FOREIGN KEY ("sourceEventId") REFERENCES "RequestEvent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeadlineEvent" ADD CONSTRAINT "DeadlineEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyEntry" ADD CONSTRAINT "DutyEntry_dutyId_fkey" FOREIGN KEY ("dutyId") REFERENCES "Duty"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyEntry" ADD CONSTRAINT "DutyEntry_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "CatalogEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationState" ADD CONSTRAINT "ConversationState_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inbox" ADD CONSTRAINT "Inbox_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_broadcastId_personId_fkey" FOREIGN KEY ("broadcastId", "personId") REFERENCES "BroadcastRecipient"("broadcastId", "personId") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListCampaign" ADD CONSTRAINT "ListCampaign_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListSubmission" ADD CONSTRAINT "ListSubmission_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "ListCampaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListSubmission" ADD CONSTRAINT "ListSubmission_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListSubmission" ADD CONSTRAINT "ListSubmission_signedById_fkey" FOREIGN KEY ("signedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListSubmission" ADD CONSTRAINT "ListSubmission_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Broadcast" ADD CONSTRAINT "Broadcast_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Broadcast" ADD CONSTRAINT "Broadcast_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Broadcast" ADD CONSTRAINT "Broadcast_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Broadcast"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastRecipient" ADD CONSTRAINT "BroadcastRecipient_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastRecipient" ADD CONSTRAINT "BroadcastRecipient_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BroadcastRecipient" ADD CONSTRAINT "BroadcastRecipient_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ToolRun" ADD CONSTRAINT "ToolRun_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditRecord" ADD CONSTRAINT "AuditRecord_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditRecord" ADD CONSTRAINT "AuditRecord_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditRecord" ADD CONSTRAINT "AuditRecord_toolRunKey_fkey" FOREIGN KEY ("toolRunKey") REFERENCES "ToolRun"("key") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnansweredQuestion" ADD CONSTRAINT "UnansweredQuestion_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnansweredQuestion" ADD CONSTRAINT "UnansweredQuestion_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnansweredQuestion" ADD CONSTRAINT "UnansweredQuestion_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnansweredQuestion" ADD CONSTRAINT "UnansweredQuestion_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HolidayNotice" ADD CONSTRAINT "HolidayNotice_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Setting" ADD CONSTRAINT "Setting_updatedById_fkey" FOREIGN KEY ("updatedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
