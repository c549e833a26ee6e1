namespace Sekisho.Kernel.Facts;

/// <summary>An evidence fact: one record of the closed vocabulary, the only thing verdict rules read.</summary>
/// <remarks>Every field may be absent (null); an absent field is not written into the payload.</remarks>
public interface IFact;
