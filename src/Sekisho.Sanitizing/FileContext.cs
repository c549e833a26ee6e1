using Sekisho.Kernel.Workers;

namespace Sekisho.Sanitizing;

/// <summary>What surrounds one file: its claimed name and type, the shared budget of the whole item, the policy and the way to native tools.</summary>
/// <param name="Name">Name as decoded by the carrier (mail, archive, form); still hostile.</param>
/// <param name="DeclaredMediaType">Media type the carrier claims, or null.</param>
/// <param name="Budget">Shared by everything unpacked from the same top-level item.</param>
/// <param name="Policy">What to keep, remove and convert.</param>
/// <param name="Depth">0 for a top-level file; one more for each archive, mail or document around it (LM-05).</param>
/// <param name="Tools">Native decoders.</param>
public sealed record FileContext(string Name, string? DeclaredMediaType, SanitiseBudget Budget, FilePolicy Policy, int Depth, INativeTools Tools)
{
    /// <summary>Password a person typed for the file, or null (PD-13, OX-24, ZP-07). Files inside are tried with it as well.</summary>
    public string? Password { get; init; }
    /// <summary>What the finding says that a typed password opened: whether it goes on open or locked again.</summary>
    internal FindingAction Opened => Policy.LockAgain ? FindingAction.Locked : FindingAction.Rewritten;
    /// <summary>The file stands for a picture inside another file, where only pixels are written (OX-19): drawings are drawn.</summary>
    public bool PixelsOnly { get; init; }
    /// <summary>False where no scanner will look at the pictures found inside: their bytes are let go as soon as they are done with.</summary>
    public bool KeepsChildren { get; init; } = true;
    public SanitiseLimits Limits => Budget.Limits;
    /// <summary>The context of a file found inside this one.</summary>
    public FileContext Child(string name, string? declaredMediaType = null) => this with { Name = name, DeclaredMediaType = declaredMediaType, Depth = Depth + 1, Policy = Policy.General ?? Policy };
}
