namespace Sekisho.Gate.Model;

/// <summary>One mail from outside, from its acceptance to its end. Texts that came from outside were cleaned by a worker before they got here.</summary>
internal sealed class Mail
{
    public required string Id { get; init; }
    /// <summary>The organ that keeps the original: the first recipient's.</summary>
    public required string OrganCode { get; init; }
    /// <summary>A constant of <see cref="MailState"/>.</summary>
    public required string State { get; set; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required string Peer { get; init; }
    public required string Helo { get; init; }
    public required bool Tls { get; init; }
    public required string Sender { get; init; }
    /// <summary>Where it goes, lower case.</summary>
    public required string[] Recipients { get; init; }
    /// <summary>Addresses the sender named that are nobody's; a unit that takes such mail is among the recipients instead.</summary>
    public string[] Strays { get; init; } = [];
    /// <summary>Organs and units the recipients belong to: the row scope of lists (rules M4, M6).</summary>
    public string[] Organs { get; init; } = [];
    public string[] Units { get; init; } = [];
    public string Subject { get; set; } = "";
    public string HeaderFrom { get; set; } = "";
    public string HeaderMessageId { get; set; } = "";
    public required long Size { get; init; }
    public required string SrcZone { get; init; }
    public required string DstZone { get; init; }
    public required string SrcSha256 { get; init; }
    public required string OriginalObject { get; init; }
    public required DateOnly RetainUntil { get; init; }
    /// <summary>Name of a <see cref="Kernel.Outcome"/>; null until processed.</summary>
    public string? Outcome { get; set; }
    public bool? BodyToText { get; set; }
    public string? OutSha256 { get; set; }
    public string? OutObject { get; set; }
    public string? BeforeObject { get; set; }
    public string? AfterObject { get; set; }
    /// <summary>Stable code of the stage that held it; null when it is not held.</summary>
    public string? HoldStage { get; set; }
    public string? HoldReason { get; set; }
    public string? HoldAdvice { get; set; }
    /// <summary>The approval that let a held mail go.</summary>
    public string? ApprovalId { get; set; }
    /// <summary>Since when the original is not where it was kept; null while it is.</summary>
    public DateTimeOffset? OriginalLostAt { get; set; }
    public DateTimeOffset? ProcessedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    /// <summary>Passwords typed since <see cref="PasswordSince"/> (LM-21).</summary>
    public int PasswordTries { get; set; }
    public DateTimeOffset? PasswordSince { get; set; }
    public int RowVersion { get; set; } = 1;
}
