using Microsoft.AspNetCore.Components;
using Sekisho.Kernel;

namespace Sekisho.Shell.Forms;

/// <summary>What every field has: name, label, hint, error, whether it is needed. The id of the control is "f-" + name.</summary>
public abstract class FieldBase : ComponentBase
{
    [CascadingParameter] public FormState? State { get; set; }
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Hint { get; set; }
    [Parameter] public bool Required { get; set; }
    /// <summary>Says 任意. In a search or a short form nothing is said.</summary>
    [Parameter] public bool Optional { get; set; }
    /// <summary>Why the field cannot be changed and whom to ask; given = disabled.</summary>
    [Parameter] public string? Locked { get; set; }

    protected Refusal? Wrong => State?.Of(Name);
    protected string Id => "f-" + Name;
    protected string HintId => Id + "-hint";
    protected string ErrorId => Id + "-error";
    protected string? HintText => Locked ?? Hint;
    protected string? Invalid => Wrong is null ? null : "true";
    protected string? DescribedBy => (HintText, Wrong) switch
    {
        (null, null) => null,
        (not null, null) => HintId,
        (null, not null) => ErrorId,
        _ => HintId + " " + ErrorId,
    };
}
