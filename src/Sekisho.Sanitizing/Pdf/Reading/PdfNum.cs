namespace Sekisho.Sanitizing.Pdf.Reading;

/// <summary>A number, always finite and within ±2^31 (PD-18).</summary>
internal sealed class PdfNum(double value) : PdfObj
{
    internal double Value { get; } = value;
    internal bool IsInteger => Math.Floor(Value) == Value;
    internal int Int => (int)Value;
}
