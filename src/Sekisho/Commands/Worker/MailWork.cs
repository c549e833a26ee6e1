using System.Text;
using Sekisho.Kernel;
using Sekisho.Kernel.Workers;
using Sekisho.Sanitizing;
using Sekisho.Sanitizing.Mail;
using Sekisho.Verifying.Locking;

namespace Sekisho.Commands.Worker;

/// <summary>
/// Verb <c>sanitise</c> with kind <c>mail</c>. Options: <c>record</c> (our number), <c>host</c> (right side of message ids we make), <c>policy</c> (the choices), <c>password</c> (what a person typed), <c>block</c>
/// (digest or digest=name of what the scanner hit, joined by commas). Details of the answer: <c>subject</c>, <c>from</c>, <c>messageId</c>,
/// <c>bodyToText</c>, <c>ambiguous</c>, <c>lock</c> (<see cref="WorkerDetails.Lock"/>). Every part and every file inside one goes back for the scanner; before and after texts
/// for the comparison page. The output of a held mail is what a release would deliver.
/// </summary>
internal static class MailWork
{
    private const int MostLocked = 50;

    internal static WorkerReply Answer(WorkerRequest request, PipeTools tools)
    {
        var policy = FilePolicyOptions.Mail(request.Options);
        if (request.Options.TryGetValue("host", out var host)) policy = policy with { HostName = host };
        var context = new MailContext(request.Options.GetValueOrDefault("record", ""), new SanitiseBudget(LimitOptions.Read(request.Options)), policy, FilePolicyOptions.Read(request.Options, new FilePolicy { ArchiveWhole = false }), tools)
        {
            Infected = Blocked(request.Options.GetValueOrDefault("block", "")), Password = request.Options.GetValueOrDefault("password"),
        };
        var result = MailSanitiser.Sanitise(WorkerVerbs.Hostile(request), context);
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["subject"] = ChildParts.Bounded(result.Subject, WorkerLimits.DetailLength), ["from"] = ChildParts.Bounded(result.From, WorkerLimits.NameLength),
            ["messageId"] = result.MessageId, ["bodyToText"] = result.BodyToText ? "1" : "0", ["ambiguous"] = result.IsAmbiguous ? "1" : "0",
        };
        List<string> toLock = [.. result.Parts.Where(p => !p.IsNote && ChildParts.IsToLock(p.Findings, p.Children)).Select(p => Digest.Of(p.Output).Hex).Distinct(StringComparer.Ordinal)];
        if (toLock.Count > 0) details[WorkerDetails.Lock] = toLock.Count <= MostLocked ? string.Join(',', toLock) : LockedOutput.Everything;
        List<Finding> findings = [.. result.Findings.Concat(result.Parts.SelectMany(Findings)).Take(WorkerLimits.Findings)];
        return new(request.Number, result.Outcome, findings, [.. result.Parts.SelectMany(Reports)], [.. Blobs(result)], details,
            tools.Used || ChildParts.IsSuspicious(findings));
    }

    private static IEnumerable<WorkerBlob> Blobs(MailResult result)
    {
        if (result.Output is { } output) yield return WorkerBlob.Of(BlobRole.Output, "", output);
        if (result.Before.Length > 0) yield return WorkerBlob.Of(BlobRole.Before, "", Encoding.UTF8.GetBytes(result.Before));
        if (result.After.Length > 0) yield return WorkerBlob.Of(BlobRole.After, "", Encoding.UTF8.GetBytes(result.After));
        foreach (var part in result.Parts)
        {
            yield return WorkerBlob.Of(BlobRole.Child, part.Place, UntrustedAccess.Open(part.Input));
            foreach (var child in part.Children) yield return ChildParts.Blob(Inside(part, child));
        }
    }

    private static IEnumerable<PartReport> Reports(MailPartResult part)
    {
        var input = UntrustedAccess.Open(part.Input);
        yield return new(part.Place, ChildParts.Bounded(part.Name), ChildParts.Bounded(part.DeclaredType), part.DetectedType, part.Outcome,
            input.Length, Digest.Of(input), part.Output.Length, Digest.Of(part.Output));
        foreach (var child in part.Children) yield return ChildParts.Report(Inside(part, child));
    }

    /// <summary>Places of a part's findings begin with the part's own place, as its report does.</summary>
    private static IEnumerable<Finding> Findings(MailPartResult part) =>
        part.Findings.Concat(part.Children.SelectMany(ChildParts.Findings)).Select(f => f with { Place = ChildParts.Bounded(part.Place + "/" + f.Place, 200) });

    private static ChildFile Inside(MailPartResult part, ChildFile child) => child with { Name = part.Place + "/" + child.Name };

    private static Dictionary<Digest, string> Blocked(string option)
    {
        var found = new Dictionary<Digest, string>();
        foreach (var item in option.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = item.Split('=', 2);
            if (Digest.Parse(pair[0]) is { } digest) found[digest] = pair.Length > 1 ? pair[1] : "?";
        }
        return found;
    }
}
