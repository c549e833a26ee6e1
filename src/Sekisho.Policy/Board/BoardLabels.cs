namespace Sekisho.Policy.Board;

/// <summary>Words of this city: units, organs, persons, systems by "kind:id", and articles by path.</summary>
public sealed class BoardLabels(IReadOnlyDictionary<string, string> subjects, IReadOnlyDictionary<string, (string Number, string Caption)> clauses, IReadOnlyList<BoardChapter> chapters)
{
    /// <summary>In printed order; empty where the text has none.</summary>
    public IReadOnlyList<BoardChapter> Chapters => chapters;

    /// <summary>The name of a target, or its id where nobody registered one.</summary>
    public string Of(Kernel.TargetRef target) => subjects.GetValueOrDefault(target.ToString()) ?? target.Id;
    public (string Number, string Caption) Clause(string path) => clauses.GetValueOrDefault(path, (path, ""));
}
