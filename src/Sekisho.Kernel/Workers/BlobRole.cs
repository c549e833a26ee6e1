namespace Sekisho.Kernel.Workers;

/// <summary>What the parent may do with bytes that a worker handed back.</summary>
public enum BlobRole
{
    /// <summary>The product: goes to the verifier and the scanner, and only then onward. At most one a reply.</summary>
    Output,
    /// <summary>A child of the input as it was found: for the scanner only, never released.</summary>
    Child,
    /// <summary>Plain UTF-8 text of the input for the comparison page.</summary>
    Before,
    /// <summary>Plain UTF-8 text of the output for the comparison page.</summary>
    After,
}
