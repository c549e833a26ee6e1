using Sekisho.Kernel;

namespace Sekisho.Shell.Forms;

/// <summary>
/// One form between its two showings: what was posted and what was wrong with it. Fields take their value and error from here,
/// so a refused form comes back whole (422). <paramref name="CommandId"/> stays the same until the command succeeded.
/// </summary>
public sealed class FormState(Guid commandId)
{
    private PostedForm? posted;

    public Guid CommandId { get; private set; } = commandId;
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];
    public bool IsRefused => Refusals.Count > 0;
    public PostedForm Posted => posted ?? PostedForm.Empty;

    /// <summary>The value to show: what was posted, else what the page started with.</summary>
    public string Value(string field, string? start) => posted is { } form && form.Has(field) ? form.Text(field) : start ?? "";

    public bool Ticked(string field, string value, bool start) => posted is null ? start : posted.All(field).Contains(value, StringComparer.Ordinal);

    /// <summary>The refusal of one field, if there is one.</summary>
    public Refusal? Of(string field) => Refusals.FirstOrDefault(r => string.Equals(r.Field, field, StringComparison.Ordinal));

    internal void Receive(PostedForm form)
    {
        posted = form;
        CommandId = form.CommandId ?? CommandId;
    }

    internal void Refuse(IReadOnlyList<Refusal> refusals) => Refusals = refusals;
}
