namespace Sekisho.Hosting.Cities;

/// <summary>One thing somebody did with the documents on a day of a city of one's own: a line of <c>acts.json</c> (docs/own-demo.md). Which of the fields are needed follows from the act.</summary>
/// <param name="Act">register, edition, publish, class, decide, law, place, distribute, acknowledge, scope, or one of those of <see cref="GovernanceActs"/>.</param>
/// <param name="Document">Title of the document; null for the policy of the pack.</param>
internal sealed record CityAct(string Act, string? Document = null)
{
    /// <summary>register: one of the kinds below the policy.</summary>
    public string Kind { get; init; } = "";

    /// <summary>register: title of the document above; null for the policy.</summary>
    public string? Parent { get; init; }

    /// <summary>register, class: closed or public.</summary>
    public string Class { get; init; } = "closed";

    /// <summary>edition: a file of the day's folder, without a path.</summary>
    public string File { get; init; } = "";

    /// <summary>edition: false leaves it waiting.</summary>
    public bool Publish { get; init; } = true;

    /// <summary>edition: clauses have moved, and what is bound to them follows.</summary>
    public bool Revision { get; init; }

    /// <summary>The day said of the act: of setting, of decision, of publication, in force from. Null for the day of the folder; for an edition of the policy, those of its pack.</summary>
    public DateOnly? On { get; init; }

    /// <summary>distribute: confirm until.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>decide: code of the body.</summary>
    public string Organ { get; init; } = "";

    /// <summary>decide: number of the decision.</summary>
    public string Ref { get; init; } = "";

    /// <summary>law: its name as the text prints it, and the version somebody looked at.</summary>
    public string Name { get; init; } = "";
    public string Version { get; init; } = "";

    /// <summary>place: where the edition is public, and whether somebody reached it there.</summary>
    public string Place { get; init; } = "";
    public string Url { get; init; } = "";
    public bool Reached { get; init; } = true;

    /// <summary>acknowledge: staff numbers, and paper or list.</summary>
    public IReadOnlyList<string> People { get; init; } = [];
    public string Method { get; init; } = "list";

    /// <summary>exception, approve, end, review and what belongs to it: who does it; the committee's secretariat for a meeting. Null for whoever keeps the city.</summary>
    public string? Person { get; init; }

    /// <summary>exception, end: its subject; review: its cause. Names the thing later.</summary>
    public string Title { get; init; } = "";

    /// <summary>exception: ids of obligations, kind:id of what it is for, the class of the reason, and the controls that have to conform instead.</summary>
    public IReadOnlyList<string> Obligations { get; init; } = [];
    public IReadOnlyList<string> Targets { get; init; } = [];
    public IReadOnlyList<string> Measures { get; init; } = [];
    public string Reason { get; init; } = "";
    public string Instead { get; init; } = "";

    /// <summary>exception: last day; review: conclude until.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>exception: subject of the one it follows.</summary>
    public string? Renews { get; init; }

    /// <summary>meeting: exception:SUBJECT, edition (the policy's that waits, else the one in force), or the title of anything else; who came, who was against, and place.</summary>
    public IReadOnlyList<string> Agenda { get; init; } = [];
    public IReadOnlyList<string> Present { get; init; } = [];
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>conclude: no_change or revise.</summary>
    public string Outcome { get; init; } = "";
}
