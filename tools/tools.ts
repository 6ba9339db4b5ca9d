/** The explicit list of everything the assistant may do. Adding a tool is one file and one line. */
import { approveBinding } from './people/approve-binding.ts';
import { handOver } from './people/hand-over.ts';
import { issueBindingCode } from './people/issue-binding-code.ts';
import { listBindingRequests } from './people/list-binding-requests.ts';
import { redeemBindingCode } from './people/redeem-binding-code.ts';
import { registerPublic } from './people/register-public.ts';
import { rejectBinding } from './people/reject-binding.ts';
import { requestBinding } from './people/request-binding.ts';
import { showIdentity } from './people/show-identity.ts';
import { unbindAccount } from './people/unbind-account.ts';
import { withdrawBindingRequest } from './people/withdraw-binding-request.ts';
import type { AnyTool } from './tool.ts';

export const tools: readonly AnyTool[] = [
  approveBinding,
  handOver,
  issueBindingCode,
  listBindingRequests,
  redeemBindingCode,
  registerPublic,
  rejectBinding,
  requestBinding,
  showIdentity,
  unbindAccount,
  withdrawBindingRequest,
];
