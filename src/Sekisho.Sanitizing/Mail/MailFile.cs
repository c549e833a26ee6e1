using Sekisho.Kernel;
using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing.Mail;

/// <summary>EM-01, MS-01, TN-01: a mail handed in as a file goes through the rules of a mail and comes out as a mail file of ours.</summary>
internal static class MailFile
{
    internal static byte[] Rebuild(byte[] message, FileContext context, string place, FindingLog log, List<ChildFile> children)
    {
        var result = MailSanitiser.Sanitise(new(message), new("FILE", context.Budget, new(), context.Policy, context.Tools) { Depth = context.Depth + 1, Password = context.Password });
        // A body made text is how every mail is written, not a level of the ladder: the file stays a mail.
        log.AddAll(result.Findings.Where(f => f.Action is not (FindingAction.Held or FindingAction.Blocked)).Select(f => f.Action == FindingAction.TextOnly ? f with { Action = FindingAction.Rewritten } : f), "");
        foreach (var part in result.Parts)
        {
            children.Add(new(part.Place + " " + part.Name, part.DetectedType, part.Outcome, part.Input, Digest.Of(part.Output), part.Findings));
            foreach (var inner in part.Children) children.Add(inner with { Name = part.Name + "/" + inner.Name });
        }
        if (result.Output is { } output && result.Outcome is not Outcome.Held) return output;
        var reason = result.Findings.Concat(result.Parts.SelectMany(p => p.Findings)).LastOrDefault(f => f.Action is FindingAction.Held or FindingAction.Blocked);
        throw new FileStop(reason?.Rule ?? "E1", result.Outcome == Outcome.Held ? Outcome.Held : Outcome.Blocked, place, reason?.Arguments);
    }
}
