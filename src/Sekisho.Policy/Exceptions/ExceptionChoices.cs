using Sekisho.Conformity.Packs;
using Sekisho.Kernel.Verdicts;
using Sekisho.Platform.Registries;
using Sekisho.Policy.Packs;

namespace Sekisho.Policy.Exceptions;

/// <summary>What the page of a request offers.</summary>
/// <param name="Units">Units the person may ask for, the own one first.</param>
/// <param name="Measured">Controls that can stand in, those that conform now first.</param>
/// <param name="Enabled">The policy knows exceptions; else they are recorded and change no verdict.</param>
internal sealed record ExceptionChoices(AppliedPack Applied, IReadOnlyList<Subject> Units, IReadOnlyList<(Control Control, Verdict? Verdict)> Measured, bool HasCommittee, bool Enabled);
