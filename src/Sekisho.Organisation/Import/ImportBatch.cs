namespace Sekisho.Organisation.Import;

/// <summary>Uploaded CSV text waiting between dry run and application. Only its uploader sees it (rule M3).</summary>
/// <param name="Files">JSON of name → text; null once applied or given up.</param>
internal sealed record ImportBatch(Guid Id, string UploadedBy, DateTimeOffset UploadedAt, string? Files, DateTimeOffset? AppliedAt, int RowVersion = 1);
