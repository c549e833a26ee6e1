using Sekisho.Organisation.Model;

namespace Sekisho.Organisation.Store;

/// <summary>What a decision came to: the next roster, the audit record that says so, and the answer for the caller.</summary>
internal sealed record Decided<T>(Roster Next, AuditNote Audit, T Answer);
