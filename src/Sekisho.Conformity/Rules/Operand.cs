namespace Sekisho.Conformity.Rules;

/// <summary>A value in a rule: written out, or "$name" for a parameter of the control, or "@target" for the id of the target being judged.</summary>
public readonly record struct Operand(string Text)
{
    public bool IsParameter => Text.StartsWith('$');
    public bool IsTarget => Text == "@target";
    public string ParameterName => Text[1..];
}
