namespace Sekisho.Platform.Approvals;

/// <summary>Where a case stands: 回議中, 差戻し中 (with the requester), 決裁済, 否決, 取下げ. The last three are final.</summary>
public enum ApprovalState { Open, Returned, Approved, Rejected, Withdrawn }
