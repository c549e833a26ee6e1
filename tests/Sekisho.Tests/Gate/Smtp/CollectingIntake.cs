using Sekisho.Gate.Smtp;
using Sekisho.Kernel;

namespace Sekisho.Tests.Gate.Smtp;

/// <summary>Takes mails for one domain and keeps them in memory, or refuses as told.</summary>
internal sealed class CollectingIntake : IMailIntake
{
    public List<IncomingMail> Mails { get; } = [];
    public Refusal? Refuse { get; set; }
    public Task<bool> AcceptsAsync(string recipient, CancellationToken ct) => Task.FromResult(recipient.EndsWith("@city.sekisho.example", StringComparison.Ordinal));

    public Task<Result<string>> AcceptAsync(IncomingMail mail, CancellationToken ct)
    {
        if (Refuse is { } refusal) return Task.FromResult<Result<string>>(refusal);
        lock (Mails) Mails.Add(mail);
        return Task.FromResult<Result<string>>("M-1");
    }
}
